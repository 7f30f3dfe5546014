import type { Wording } from './wording.ts';

export const de: Wording = {
  rules: {
    activity_not_eligible: {
      label: 'Aktivität nicht förderfähig',
      text: 'Das Programm bezahlt die Aktivität „{activity}“ nicht.',
      partner: 'Das Programm bezahlt die Aktivität „{activity}“ nicht.',
      why: 'Das Programm nennt die Aktivitäten, die es bezahlt.'
    },
    outside_period: {
      label: 'Außerhalb des Zeitraums',
      text: 'Die Aktivität liegt außerhalb des Programmzeitraums vom {from} bis {until}.',
      partner: 'Die Aktivität liegt außerhalb des Programmzeitraums vom {from} bis {until}.',
      why: 'Aktivitäten müssen im Zeitraum des Programms liegen.'
    },
    after_deadline: {
      label: 'Nach der Frist',
      text: '{days} Tag(e) nach der Frist eingereicht; sie endete am {deadline}.',
      partner: 'Der Antrag wurde {days} Tag(e) nach der Frist eingereicht; sie endete am {deadline}.',
      why: 'Anträge müssen vor der Frist eingehen.'
    },
    invoice_before_approval: {
      label: 'Rechnung vor der Freigabe',
      text: 'Die Rechnung vom {date} ist älter als die Freigabe vom {approved}. Das kann stimmen, wenn Aktivität und Zahlung danach kamen.',
      partner: 'Die Rechnung vom {date} ist älter als die Freigabe vom {approved}. Bitte teilen Sie uns mit, wann sie bezahlt wurde.',
      why: 'Das Programm verlangt eine Freigabe vor Beginn der Aktivität.'
    },
    dates_outside_activity: {
      label: 'Datum passt nicht zur Aktivität',
      text: 'Der Beleg ist vom {date}; die Aktivität war vom {from} bis {until}.',
      partner:
        'Der Beleg vom {date} passt nicht zur Aktivität vom {from} bis {until}. Bitte erklären Sie das oder senden Sie den richtigen.',
      why: 'Kosten sollen zur Aktivität gehören.'
    },
    duplicate_paid: {
      label: 'Bereits bezahlt',
      text: 'Derselbe Beleg ({same}, {percent} % sicher) steht auf einem Antrag, der freigegeben oder bezahlt ist.',
      partner: 'Einer der Belege wurde schon einmal eingereicht.',
      why: 'Ein Beleg wird einmal bezahlt.'
    },
    duplicate: {
      label: 'Bereits eingereicht',
      text: 'Derselbe Beleg ({same}, {percent} % sicher) steht auf einem anderen Antrag.',
      partner: 'Einer der Belege wurde schon einmal eingereicht.',
      why: 'Ein Beleg wird einmal bezahlt.'
    },
    duplicate_within: {
      label: 'Doppelt auf diesem Antrag',
      text: 'Derselbe Beleg ({same}, {percent} % sicher) ist zweimal auf diesem Antrag; er zählt einmal.',
      partner: 'Einer der Belege ist zweimal auf dem Antrag; er zählt einmal.',
      why: 'Ein Beleg zählt einmal.'
    },
    own_invoice: {
      label: 'Eigene Rechnung',
      text: 'Die Rechnung von {vendor} sieht nach einer Rechnung des Partners selbst aus.',
      partner: 'Das Programm bezahlt keine Rechnungen Ihres eigenen Unternehmens.',
      why: 'Das Programm bezahlt keine Rechnungen, die ein Partner sich selbst schreibt.'
    },
    not_a_proof: {
      label: 'Kein Kostennachweis',
      text: 'Das Dokument ist: {kind}. Nur eine endgültige Rechnung oder Quittung weist Kosten nach.',
      partner: '{kind}: Das weist keine Kosten nach. Bitte senden Sie die endgültige Rechnung.',
      why: 'Angebote und Bestellungen sind noch keine Kosten.'
    },
    unreadable: {
      label: 'Nicht lesbar',
      text: 'Das Dokument konnte nicht automatisch gelesen werden. Bitte sehen Sie es an.',
      partner: 'Ein Dokument konnte nicht gelesen werden. Jemand sieht es sich an.',
      why: 'Was nicht lesbar ist, kann nicht geprüft werden.'
    },
    poorly_readable: {
      label: 'Schlecht lesbar',
      text: 'Das Dokument war unsicherer zu lesen, als das Programm verlangt.',
      partner: 'Ein Dokument ist schlecht lesbar. Ein schärferes Bild hilft.',
      why: 'Das Programm verlangt lesbare Belege.'
    },
    altered: {
      label: 'Seite und Daten verschieden',
      text: 'Die sichtbare Seite und die Daten in der Datei widersprechen sich: {fields}.',
      partner: 'Seite und Daten einer Datei widersprechen sich: {fields}. Bitte senden Sie das Original.',
      why: 'Eine Datei, die sich widerspricht, kann verändert sein.'
    },
    not_to_standard: {
      label: 'E-Rechnung mit Fehlern',
      text: 'Die E-Rechnung verletzt {count} Regel(n) ihres Standards.',
      partner: 'Die E-Rechnung hat Fehler. Ihr Absender kann sie berichtigen.',
      why: 'Eine E-Rechnung soll ihrem Standard entsprechen.'
    },
    arithmetic: {
      label: 'Summen stimmen nicht',
      text: 'Die Beträge auf dem Beleg ergeben nicht die Summe. Der niedrigere wurde gezählt.',
      partner: 'Die Beträge auf einem Beleg ergeben nicht die Summe. Bitte prüfen Sie ihn oder senden Sie den richtigen.',
      why: 'Positionen sollen die Summe ergeben.'
    },
    currency_without_rate: {
      label: 'Kein Wechselkurs',
      text: 'Der Beleg ist in {currency}; ein Kurs zu {program} fehlt.',
      partner: 'Ein Beleg ist in {currency}. Bitte nennen Sie den Kurs zu {program}, seinen Tag und seine Quelle.',
      why: 'Eine andere Währung braucht einen Kurs.'
    },
    no_amount: {
      label: 'Kein Betrag gefunden',
      text: 'Auf dem Beleg wurde kein Betrag gefunden.',
      partner: 'Auf einem Beleg fanden wir keinen Betrag. Bitte tragen Sie ihn ein.',
      why: 'Kosten brauchen einen Betrag.'
    },
    tax_not_shown: {
      label: 'Steuer nicht ausgewiesen',
      text: 'Der Beleg weist seine Steuer nicht aus; die ganze Summe wurde gezählt.',
      partner: 'Ein Beleg weist seine Steuer nicht aus.',
      why: 'Das Programm bezahlt keine Steuer.'
    },
    missing_document: {
      label: 'Dokument fehlt',
      text: 'Es fehlt noch: {kind}.',
      partner: 'Es fehlt noch: {kind}.',
      why: 'Das Programm verlangt bestimmte Dokumente.'
    },
    corrected: {
      label: 'Vom Partner geändert',
      text: 'Der Partner hat Gelesenes geändert: {fields}.',
      partner: 'Sie haben Gelesenes geändert: {fields}.',
      why: 'Geänderte Werte werden angesehen.'
    },
    alcohol: {
      label: 'Alkohol',
      text: 'Nicht bezahlt: „{line}“ ({amount}), Alkohol.',
      partner: 'Das Programm bezahlt keinen Alkohol: „{line}“ ({amount}).',
      why: 'Das Programm bezahlt keinen Alkohol.'
    },
    travel: {
      label: 'Reisekosten',
      text: 'Nicht bezahlt: „{line}“ ({amount}), Reisekosten.',
      partner: 'Das Programm bezahlt keine Reisekosten: „{line}“ ({amount}).',
      why: 'Das Programm bezahlt keine Reisekosten.'
    },
    above_maximum: {
      label: 'Über dem Höchstbetrag',
      text: 'Um {amount} auf den Höchstbetrag von {maximum} gekürzt.',
      partner: 'Das Programm bezahlt höchstens {maximum} je Antrag.',
      why: 'Das Programm hat einen Höchstbetrag.'
    },
    above_balance: {
      label: 'Über dem freigegebenen Betrag',
      text: 'Um {amount} gekürzt: Von der Freigabe sind {balance} übrig.',
      partner: 'Von Ihrer Freigabe sind {balance} übrig.',
      why: 'Mehr als freigegeben wird nicht bezahlt.'
    },
    above_costs: {
      label: 'Mehr als die Belege zeigen',
      text: 'Beantragt sind {claimed}; die Belege rechtfertigen {eligible}.',
      partner: 'Sie beantragen {claimed}; die Belege rechtfertigen {eligible}.',
      why: 'Was beantragt wird, soll belegt sein.'
    }
  },
  steps: {
    costs: 'Anrechenbare Kosten',
    share: 'Eigenanteil des Partners',
    claimed: 'Nicht mehr als beantragt',
    nothing: 'Gutschriften übersteigen die Kosten'
  },
  kinds: {
    invoice: 'Rechnung',
    receipt: 'Quittung',
    credit_note: 'Gutschrift',
    quote: 'Angebot',
    order: 'Bestellung',
    proof_of_payment: 'Zahlungsnachweis',
    proof_of_attendance: 'Teilnahmenachweis',
    advertisement: 'Belegexemplar der Anzeige',
    screenshot: 'Foto oder Bildschirmfoto',
    contract: 'Vertrag',
    summary: 'Zusammenfassung mit Leads',
    other: 'sonstiges Dokument'
  },
  fields: {
    vendor: 'Lieferant',
    issueDate: 'Datum',
    invoiceNumber: 'Rechnungsnummer',
    currency: 'Währung',
    net: 'Nettobetrag',
    tax: 'Steuer',
    total: 'Gesamtbetrag',
    due: 'Zahlbetrag',
    iban: 'Bankverbindung'
  },
  same: { invoice: 'dieselbe Rechnung', content: 'dieselbe Datei', text: 'derselbe Text', picture: 'dasselbe Bild' },
  confidence:
    'Der am schlechtesten lesbare Beleg wurde mit {percent} % Sicherheit gelesen; hinter den Gewichten stehen {count} entschiedene Anträge.',
  baseline: 'Ein Antrag ohne Auffälligkeiten',
  floor: 'Nicht unter 0',
  summary: {
    clean: 'Nichts in den Belegen spricht gegen eine Zahlung.',
    found: 'Anzusehen: {labels}.',
    eligible: 'Förderfähig: {eligible} von {claimed} beantragt.'
  },
  reply: {
    greeting: 'Vielen Dank für Ihren Antrag.',
    approve: 'Er ist in voller Höhe freigegeben: {eligible}.',
    reduced: 'Er ist mit {eligible} freigegeben.',
    ask: 'Bevor wir entscheiden können, brauchen wir noch etwas von Ihnen:',
    review: 'Wir sehen uns diese Punkte an:',
    closing: 'Bitte fragen Sie Ihren Channel Manager, wenn etwas unklar ist.'
  }
};
