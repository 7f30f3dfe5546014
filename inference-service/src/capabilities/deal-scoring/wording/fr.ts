import type { Wording } from './wording.ts';

export const fr: Wording = {
  locale: 'fr',
  fields: {
    amount: 'Montant',
    closeDate: 'Date de clôture',
    daysToClose: 'Jours avant la clôture',
    description: 'Description',
    productFamily: 'Famille de produits',
    industry: 'Secteur',
    region: 'Région',
    country: 'Pays',
    competitor: 'Concurrent',
    clientSize: 'Taille du client',
    competitorKnown: 'Concurrent indiqué',
    contactKnown: 'Contact indiqué',
    domainKnown: 'Site web indiqué',
    partnerType: 'Type de partenaire',
    partnerTier: 'Niveau du partenaire',
    conflict: 'Conflit',
    'partner.record': 'Bilan du partenaire',
    'partner.similarDeals': 'Bilan du partenaire sur des affaires similaires',
    'partner.tier': 'Niveau du partenaire',
    'partner.certifications': 'Certifications du partenaire',
    'partner.territory': 'Territoire du partenaire',
    'partner.vertical': 'Spécialité sectorielle du partenaire'
  },
  values: { Yes: 'oui', No: 'non', 'not known': 'non renseigné' },
  baseline: { learned: 'Moyenne des affaires passées', prior: "Valeur de départ, pas encore d'historique" },
  factor: {
    learnedUp: 'Les affaires passées avec cette valeur{range} ont été gagnées plus souvent',
    learnedDown: 'Les affaires passées avec cette valeur{range} ont été gagnées moins souvent',
    priorUp: 'Augmente la valeur de départ selon une règle établie',
    priorDown: 'Diminue la valeur de départ selon une règle établie',
    partnerUp: 'Plaide pour ce partenaire dans cette affaire',
    partnerDown: 'Plaide contre ce partenaire dans cette affaire',
    conflict: "Retire {percent} % des points que l'affaire aurait"
  },
  kind: { registration: 'enregistrement', opportunity: 'opportunité', account: 'compte', lead: 'piste' },
  level: { High: 'élevée', Medium: 'moyenne', Low: 'faible' },
  action: {
    'Auto-approve': 'approuver',
    'Route for review': 'examiner',
    'Request more info': "demander plus d'informations",
    'Reject as duplicate': 'refuser comme doublon'
  },
  because: {
    duplicate: 'un autre dossier actif concerne, selon des indices solides, la même entreprise',
    missing: 'ces informations manquent : {missing}',
    ownDuplicate: 'le même partenaire a déjà un enregistrement actif pour cette entreprise',
    conflict: "un conflit possible doit d'abord être examiné",
    lowConfidence: "l'historique est trop mince pour se fier au score",
    strong: 'le score atteint le seuil de {threshold}',
    weak: 'le score est inférieur au seuil de {threshold}',
    ordinary: 'le score se situe entre les seuils'
  },
  confidence: {
    learned: '{count} affaires passées comparables',
    prior: "pas encore d'historique ; {count} affaires closes de ce partenaire",
    noSignal: "les affaires passées ne montrent aucun motif qui prédise l'issue"
  },
  conflictValue: '{kind}, même entreprise à {percent} %',
  explanation: {
    score: 'Le score est de {score} sur 100 ; le point de départ est de {base} ({label}).',
    confidence: 'La fiabilité est {level} : {reason}.',
    inFavour: 'Pour : {list}.',
    against: 'Contre : {list}.',
    conflict: 'Conflit possible : {value}.',
    noConflict: 'Aucun des {count} dossiers comparés ne ressemble à une revendication active sur la même entreprise.',
    nothingCompared: "Il n'y avait aucun autre dossier à comparer.",
    recommended: 'Recommandation : {action}, car {because}.'
  },
  partner: {
    duplicate:
      "Nos dossiers montrent déjà une activité pour cette entreprise ; votre responsable partenaires vérifiera donc votre enregistrement avant de décider. Si vous avez travaillé avec ce client, merci d'ajouter ce qui s'est passé et quand.",
    missing: "Il nous manque encore quelques éléments pour examiner votre enregistrement. Merci d'ajouter : {missing}.",
    ownDuplicate:
      "Vous avez déjà un enregistrement pour cette entreprise. Votre responsable partenaires vérifiera s'il s'agit d'une autre affaire.",
    conflict: 'Votre responsable partenaires comparera cet enregistrement à nos dossiers avant de décider.',
    lowConfidence: 'Votre responsable partenaires examinera votre enregistrement et décidera.',
    strong: 'Votre enregistrement est complet et soumis à la décision de votre responsable partenaires.',
    weak: 'Votre responsable partenaires examinera votre enregistrement et reviendra peut-être vers vous avec des questions.',
    ordinary: 'Votre responsable partenaires examinera votre enregistrement et décidera.'
  },
  partnerFacts: 'Points favorables : {list}.',
  greeting: "Bonjour,\n\nmerci d'avoir enregistré {prospect}.",
  closing: "Cordialement\nL'équipe partenaires"
};
