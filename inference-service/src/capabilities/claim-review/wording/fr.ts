import type { Wording } from './wording.ts';

export const fr: Wording = {
  rules: {
    activity_not_eligible: {
      label: 'Activité non éligible',
      text: 'Le programme ne finance pas l’activité « {activity} ».',
      partner: 'Le programme ne finance pas l’activité « {activity} ».',
      why: 'Le programme indique les activités qu’il finance.'
    },
    outside_period: {
      label: 'Hors de la période',
      text: 'L’activité est hors de la période du programme, du {from} au {until}.',
      partner: 'L’activité est hors de la période du programme, du {from} au {until}.',
      why: 'Les activités doivent avoir lieu pendant la période du programme.'
    },
    after_deadline: {
      label: 'Après la date limite',
      text: 'Déposée {days} jour(s) après la date limite du {deadline}.',
      partner: 'La demande a été déposée {days} jour(s) après la date limite du {deadline}.',
      why: 'Les demandes doivent arriver avant la date limite.'
    },
    invoice_before_approval: {
      label: 'Facture avant l’accord',
      text: 'La facture du {date} précède l’accord du {approved}. Elle peut être juste si l’activité et le paiement ont suivi.',
      partner: 'La facture du {date} précède l’accord du {approved}. Merci d’indiquer quand elle a été payée.',
      why: 'Le programme demande un accord avant le début de l’activité.'
    },
    dates_outside_activity: {
      label: 'Date étrangère à l’activité',
      text: 'Le document est du {date} ; l’activité a eu lieu du {from} au {until}.',
      partner: 'Le document du {date} ne correspond pas à l’activité du {from} au {until}. Merci d’expliquer ou d’envoyer le bon.',
      why: 'Les coûts doivent relever de l’activité.'
    },
    duplicate_paid: {
      label: 'Déjà payé',
      text: 'Le même document ({same}, sûr à {percent} %) figure sur une demande approuvée ou payée.',
      partner: 'Un des documents a déjà été déposé.',
      why: 'Un document est payé une fois.'
    },
    duplicate: {
      label: 'Déjà déposé',
      text: 'Le même document ({same}, sûr à {percent} %) figure sur une autre demande.',
      partner: 'Un des documents a déjà été déposé.',
      why: 'Un document est payé une fois.'
    },
    duplicate_within: {
      label: 'Deux fois sur cette demande',
      text: 'Le même document ({same}, sûr à {percent} %) figure deux fois sur cette demande ; il compte une fois.',
      partner: 'Un des documents figure deux fois sur la demande ; il compte une fois.',
      why: 'Un document compte une fois.'
    },
    own_invoice: {
      label: 'Facture du partenaire',
      text: 'La facture de {vendor} semble être celle du partenaire lui-même.',
      partner: 'Le programme ne paie pas les factures de votre propre entreprise.',
      why: 'Le programme ne paie pas les factures qu’un partenaire s’adresse.'
    },
    not_a_proof: {
      label: 'Pas une preuve de coût',
      text: 'Le document est : {kind}. Seule une facture définitive ou un reçu prouve un coût.',
      partner: '{kind} : cela ne prouve pas un coût. Merci d’envoyer la facture définitive.',
      why: 'Devis et commandes ne sont pas encore des coûts.'
    },
    unreadable: {
      label: 'Illisible',
      text: 'Le document n’a pas pu être lu par la machine. Merci de le regarder.',
      partner: 'Un document n’a pas pu être lu. Quelqu’un le regarde.',
      why: 'Ce qui ne se lit pas ne se vérifie pas.'
    },
    poorly_readable: {
      label: 'Peu lisible',
      text: 'Le document a été lu avec moins de certitude que le programme ne le demande.',
      partner: 'Un document est peu lisible. Une image plus nette aide.',
      why: 'Le programme demande des documents lisibles.'
    },
    altered: {
      label: 'Page et données différentes',
      text: 'La page visible et les données du fichier se contredisent : {fields}.',
      partner: 'La page et les données d’un fichier se contredisent : {fields}. Merci d’envoyer l’original.',
      why: 'Un fichier qui se contredit a pu être modifié.'
    },
    not_to_standard: {
      label: 'Facture électronique avec erreurs',
      text: 'La facture électronique enfreint {count} règle(s) de sa norme.',
      partner: 'La facture électronique contient des erreurs. Son émetteur peut les corriger.',
      why: 'Une facture électronique doit suivre sa norme.'
    },
    arithmetic: {
      label: 'Les sommes ne tombent pas juste',
      text: 'Les montants du document ne donnent pas le total. Le plus faible a été compté.',
      partner: 'Les montants d’un document ne donnent pas le total. Merci de vérifier ou d’envoyer le bon.',
      why: 'Les lignes doivent donner le total.'
    },
    currency_without_rate: {
      label: 'Taux de change absent',
      text: 'Le document est en {currency} et aucun taux vers {program} n’est donné.',
      partner: 'Un document est en {currency}. Merci d’indiquer le taux vers {program}, sa date et sa source.',
      why: 'Une autre devise demande un taux.'
    },
    no_amount: {
      label: 'Aucun montant trouvé',
      text: 'Aucun montant n’a été trouvé sur le document.',
      partner: 'Nous n’avons trouvé aucun montant sur un document. Merci de le saisir.',
      why: 'Un coût demande un montant.'
    },
    tax_not_shown: {
      label: 'Taxe non indiquée',
      text: 'Le document n’indique pas sa taxe ; la somme entière a été comptée.',
      partner: 'Un document n’indique pas sa taxe.',
      why: 'Le programme ne paie pas la taxe.'
    },
    missing_document: {
      label: 'Document manquant',
      text: 'Il manque encore : {kind}.',
      partner: 'Il manque encore : {kind}.',
      why: 'Le programme demande certains documents.'
    },
    corrected: {
      label: 'Corrigé par le partenaire',
      text: 'Le partenaire a modifié ce qui a été lu : {fields}.',
      partner: 'Vous avez modifié ce qui a été lu : {fields}.',
      why: 'Les valeurs modifiées sont regardées.'
    },
    alcohol: {
      label: 'Alcool',
      text: 'Non payé : « {line} » ({amount}), alcool.',
      partner: 'Le programme ne paie pas l’alcool : « {line} » ({amount}).',
      why: 'Le programme ne paie pas l’alcool.'
    },
    travel: {
      label: 'Déplacement',
      text: 'Non payé : « {line} » ({amount}), déplacement.',
      partner: 'Le programme ne paie pas les déplacements : « {line} » ({amount}).',
      why: 'Le programme ne paie pas les déplacements.'
    },
    above_maximum: {
      label: 'Au-dessus du maximum',
      text: 'Réduit de {amount} au maximum de {maximum}.',
      partner: 'Le programme paie au plus {maximum} par demande.',
      why: 'Le programme a un maximum.'
    },
    above_balance: {
      label: 'Au-dessus du montant accordé',
      text: 'Réduit de {amount} : il reste {balance} sur l’accord.',
      partner: 'Il reste {balance} sur votre accord.',
      why: 'On ne paie pas plus que ce qui a été accordé.'
    },
    above_costs: {
      label: 'Plus que les documents',
      text: 'Demandé : {claimed} ; les documents justifient {eligible}.',
      partner: 'Vous demandez {claimed} ; les documents justifient {eligible}.',
      why: 'Ce qui est demandé doit figurer dans les documents.'
    }
  },
  steps: {
    costs: 'Coûts retenus',
    share: 'Part du partenaire',
    claimed: 'Pas plus que demandé',
    nothing: 'Les avoirs dépassent les coûts'
  },
  kinds: {
    invoice: 'facture',
    receipt: 'reçu',
    credit_note: 'avoir',
    quote: 'devis',
    order: 'commande',
    proof_of_payment: 'preuve de paiement',
    proof_of_attendance: 'preuve de participation',
    advertisement: 'exemplaire de l’annonce',
    screenshot: 'photo ou capture d’écran',
    contract: 'contrat',
    summary: 'bilan avec contacts',
    other: 'autre document'
  },
  fields: {
    vendor: 'fournisseur',
    issueDate: 'date',
    invoiceNumber: 'numéro de facture',
    currency: 'devise',
    net: 'montant net',
    tax: 'taxe',
    total: 'total',
    due: 'montant dû',
    iban: 'compte bancaire'
  },
  same: { invoice: 'même facture', content: 'même fichier', text: 'même texte', picture: 'même image' },
  confidence: 'Le document le moins lisible a été lu avec {percent} % de certitude ; {count} demandes décidées appuient les poids.',
  baseline: 'Une demande sans remarque',
  floor: 'Pas moins de 0',
  summary: {
    clean: 'Rien dans les documents ne s’oppose au paiement.',
    found: 'À regarder : {labels}.',
    eligible: 'Éligible : {eligible} sur {claimed} demandés.'
  },
  reply: {
    greeting: 'Merci pour votre demande.',
    approve: 'Elle est approuvée en totalité : {eligible}.',
    reduced: 'Elle est approuvée pour {eligible}.',
    ask: 'Avant de décider, il nous faut encore :',
    review: 'Nous regardons ces points :',
    closing: 'Votre responsable partenaires répond à vos questions.'
  }
};
