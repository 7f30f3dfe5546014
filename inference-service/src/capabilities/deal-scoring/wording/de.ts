import type { Wording } from './wording.ts';

export const de: Wording = {
  locale: 'de',
  fields: {
    amount: 'Betrag',
    closeDate: 'Abschlussdatum',
    daysToClose: 'Tage bis zum Abschluss',
    description: 'Beschreibung',
    productFamily: 'Produktfamilie',
    industry: 'Branche',
    region: 'Region',
    country: 'Land',
    competitor: 'Wettbewerber',
    clientSize: 'Kundengröße',
    competitorKnown: 'Wettbewerber genannt',
    contactKnown: 'Ansprechpartner genannt',
    domainKnown: 'Website genannt',
    partnerType: 'Art des Partners',
    partnerTier: 'Partnerstufe',
    conflict: 'Konflikt',
    'partner.record': 'Bilanz des Partners',
    'partner.similarDeals': 'Bilanz des Partners bei ähnlichen Geschäften',
    'partner.tier': 'Partnerstufe',
    'partner.certifications': 'Zertifizierungen des Partners',
    'partner.territory': 'Gebiet des Partners',
    'partner.vertical': 'Branchenschwerpunkt des Partners'
  },
  values: { Yes: 'ja', No: 'nein', 'not known': 'nicht bekannt' },
  baseline: { learned: 'Durchschnitt bisheriger Geschäfte', prior: 'Startwert, noch keine Historie' },
  factor: {
    learnedUp: 'Geschäfte mit diesem Wert{range} wurden öfter gewonnen',
    learnedDown: 'Geschäfte mit diesem Wert{range} wurden seltener gewonnen',
    priorUp: 'Erhöht den Startwert nach einer festgelegten Regel',
    priorDown: 'Senkt den Startwert nach einer festgelegten Regel',
    partnerUp: 'Spricht bei diesem Geschäft für den Partner',
    partnerDown: 'Spricht bei diesem Geschäft gegen den Partner',
    conflict: 'Nimmt {percent} % der Punkte weg, die das Geschäft sonst hätte'
  },
  kind: { registration: 'Registrierung', opportunity: 'Opportunity', account: 'Account', lead: 'Lead' },
  level: { High: 'hoch', Medium: 'mittel', Low: 'gering' },
  action: {
    'Auto-approve': 'freigeben',
    'Route for review': 'prüfen',
    'Request more info': 'weitere Angaben anfordern',
    'Reject as duplicate': 'als Dublette ablehnen'
  },
  because: {
    duplicate: 'ein anderer laufender Datensatz nach starken Belegen dasselbe Unternehmen betrifft',
    missing: 'diese Angaben fehlen: {missing}',
    ownDuplicate: 'derselbe Partner bereits eine laufende Registrierung für dieses Unternehmen hat',
    conflict: 'zuerst ein möglicher Konflikt zu prüfen ist',
    lowConfidence: 'es zu wenig Historie gibt, um sich auf die Bewertung zu verlassen',
    strong: 'die Bewertung den Schwellenwert {threshold} erreicht',
    weak: 'die Bewertung unter dem Schwellenwert {threshold} liegt',
    ordinary: 'die Bewertung zwischen den Schwellenwerten liegt'
  },
  confidence: {
    learned: '{count} vergleichbare frühere Geschäfte',
    prior: 'noch keine Historie; {count} abgeschlossene Geschäfte dieses Partners',
    noSignal: 'frühere Geschäfte zeigen kein Muster, das den Ausgang vorhersagt'
  },
  conflictValue: '{kind}, zu {percent} % dasselbe Unternehmen',
  explanation: {
    score: 'Die Bewertung ist {score} von 100; der Ausgangspunkt ist {base} ({label}).',
    confidence: 'Die Verlässlichkeit ist {level}: {reason}.',
    inFavour: 'Dafür sprechen: {list}.',
    against: 'Dagegen sprechen: {list}.',
    conflict: 'Möglicher Konflikt: {value}.',
    noConflict: 'Keiner der {count} verglichenen Datensätze sieht nach einem laufenden Anspruch auf dasselbe Unternehmen aus.',
    nothingCompared: 'Es gab keine anderen Datensätze zum Vergleichen.',
    recommended: 'Empfehlung: {action}, weil {because}.'
  },
  partner: {
    duplicate:
      'Zu diesem Unternehmen gibt es bei uns bereits Aktivitäten. Ihr Channel Manager prüft Ihre Registrierung daher vor der Entscheidung. Wenn Sie mit diesem Kunden gearbeitet haben, ergänzen Sie bitte, was wann geschehen ist.',
    missing: 'Für die Prüfung Ihrer Registrierung brauchen wir noch etwas. Bitte ergänzen Sie: {missing}.',
    ownDuplicate: 'Sie haben für dieses Unternehmen bereits eine Registrierung. Ihr Channel Manager prüft, ob es ein eigenes Geschäft ist.',
    conflict: 'Ihr Channel Manager gleicht diese Registrierung vor der Entscheidung mit unseren Daten ab.',
    lowConfidence: 'Ihr Channel Manager prüft Ihre Registrierung und entscheidet.',
    strong: 'Ihre Registrierung ist vollständig und liegt Ihrem Channel Manager zur Entscheidung vor.',
    weak: 'Ihr Channel Manager prüft Ihre Registrierung und meldet sich eventuell mit Fragen.',
    ordinary: 'Ihr Channel Manager prüft Ihre Registrierung und entscheidet.'
  },
  partnerFacts: 'Dafür spricht: {list}.',
  greeting: 'Guten Tag,\n\nvielen Dank für die Registrierung von {prospect}.',
  closing: 'Freundliche Grüße\nIhr Channel-Team'
};
