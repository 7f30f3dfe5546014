/** Words of the sample library. Products, companies and texts are invented. */

export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

type In<Value> = Readonly<Record<Language, Value>>;
export interface Item {
  readonly [field: string]: string;
  readonly Title__c: string;
  readonly Abstract__c: string;
  readonly Body__c: string;
}
export interface ProductWords {
  readonly name: string;
  readonly does: In<string>;
  readonly asks: In<string>;
}

export const RIVALS = ['Vantora', 'Kestrel Cloud', 'Ombra Suite'] as const;

export const PRODUCT_WORDS: readonly ProductWords[] = [
  {
    name: 'Core Platform',
    does: {
      en: 'keeps customers, orders and service in one record',
      de: 'führt Kunden, Aufträge und Service in einem Datensatz zusammen',
      fr: 'réunit clients, commandes et service dans une seule fiche',
      es: 'reúne clientes, pedidos y servicio en un solo registro'
    },
    asks: {
      en: 'how many systems a colleague opens to answer one customer',
      de: 'wie viele Systeme jemand öffnet, um eine Kundenfrage zu beantworten',
      fr: 'combien de logiciels il faut ouvrir pour répondre à un client',
      es: 'cuántos sistemas hay que abrir para responder a un cliente'
    }
  },
  {
    name: 'Analytics',
    does: {
      en: 'shows figures of today instead of last month',
      de: 'zeigt Zahlen von heute statt vom letzten Monat',
      fr: 'montre les chiffres du jour plutôt que ceux du mois dernier',
      es: 'muestra las cifras de hoy en lugar de las del mes pasado'
    },
    asks: {
      en: 'who prepares the monthly report and how long it takes',
      de: 'wer den Monatsbericht erstellt und wie lange das dauert',
      fr: 'qui prépare le rapport mensuel et en combien de temps',
      es: 'quién prepara el informe mensual y cuánto tarda'
    }
  },
  {
    name: 'Security',
    does: {
      en: 'finds accounts that have more rights than they need',
      de: 'findet Konten, die mehr Rechte haben als nötig',
      fr: 'repère les comptes qui ont plus de droits que nécessaire',
      es: 'encuentra cuentas con más permisos de los necesarios'
    },
    asks: {
      en: 'when access was last reviewed and by whom',
      de: 'wann Zugriffe zuletzt geprüft wurden und von wem',
      fr: 'quand les accès ont été revus pour la dernière fois, et par qui',
      es: 'cuándo se revisaron los accesos por última vez y quién lo hizo'
    }
  },
  {
    name: 'Integration',
    does: {
      en: 'connects warehouse, shop and accounting without writing code',
      de: 'verbindet Lager, Shop und Buchhaltung ohne Programmierung',
      fr: 'relie entrepôt, boutique et comptabilité sans écrire de code',
      es: 'conecta almacén, tienda y contabilidad sin escribir código'
    },
    asks: {
      en: 'which data is still typed in twice',
      de: 'welche Daten noch doppelt erfasst werden',
      fr: 'quelles données sont encore saisies deux fois',
      es: 'qué datos se siguen introduciendo dos veces'
    }
  },
  {
    name: 'Services',
    does: {
      en: 'puts a project team beside the customer for the first ninety days',
      de: 'stellt dem Kunden in den ersten neunzig Tagen ein Projektteam zur Seite',
      fr: 'place une équipe projet aux côtés du client pendant quatre-vingt-dix jours',
      es: 'pone un equipo de proyecto junto al cliente durante noventa días'
    },
    asks: {
      en: 'what went wrong in the last project',
      de: 'was im letzten Projekt schiefgelaufen ist',
      fr: 'ce qui n’a pas fonctionné lors du dernier projet',
      es: 'qué salió mal en el último proyecto'
    }
  }
];

export const INDUSTRY_WORDS: Readonly<Record<string, In<string>>> = {
  Manufacturing: { en: 'manufacturing', de: 'die Fertigung', fr: 'l’industrie', es: 'la industria' },
  Retail: { en: 'retail', de: 'den Handel', fr: 'le commerce', es: 'el comercio' },
  Healthcare: { en: 'healthcare', de: 'das Gesundheitswesen', fr: 'la santé', es: 'la sanidad' },
  'Financial Services': {
    en: 'banks and insurers',
    de: 'Banken und Versicherungen',
    fr: 'la banque et l’assurance',
    es: 'banca y seguros'
  },
  Transportation: { en: 'transport and freight', de: 'Transport und Logistik', fr: 'le transport', es: 'el transporte' },
  Hospitality: { en: 'hotels and restaurants', de: 'Hotels und Gastronomie', fr: 'l’hôtellerie', es: 'la hostelería' },
  Government: { en: 'public authorities', de: 'Behörden', fr: 'le secteur public', es: 'la administración pública' },
  Automotive: { en: 'car makers and their suppliers', de: 'Autohersteller und Zulieferer', fr: 'l’automobile', es: 'la automoción' }
};

type Words = { readonly name: string; readonly does: string; readonly asks: string };
type Texts = Readonly<
  Record<'Playbook' | 'Datasheet' | 'FAQ' | 'Training' | 'Certification', (product: Words) => Item> & {
    industry: (name: string) => Item;
    rival: (name: string) => Item;
    prices: () => Item;
    template: () => Item;
  }
>;

const item = (Title__c: string, Abstract__c: string, Body__c: string): Item => ({ Title__c, Abstract__c, Body__c });

export const TEXTS: In<Texts> = {
  en: {
    Playbook: ({ name, does, asks }) =>
      item(
        `${name} sales playbook`,
        `From the first call to the signature: ${name} ${does}.`,
        `# First call\n\nAsk ${asks}. Listen for a number and write it down.\n\n# Demonstration\n\nShow one working day, not every screen. ${name} ${does}.\n\n# Closing\n\nAgree on one measure of success and a date on which both sides look at it.`
      ),
    Datasheet: ({ name, does }) =>
      item(
        `${name} at a glance`,
        `Two pages on what ${name} does, what it needs and how it is licensed.`,
        `# What it does\n\n${name} ${does}.\n\n# What it needs\n\nA current browser and single sign-on. Nothing is installed on a workstation.\n\n# Licence\n\nBy named user and month, with a minimum of ten users.`
      ),
    FAQ: ({ name, asks }) =>
      item(
        `${name}: questions customers ask`,
        `Short answers on introduction, data and contract for ${name}.`,
        `# How long does the introduction take?\n\nA first group works with ${name} after six weeks.\n\n# Where is our data?\n\nIn the region that the contract names, and in no other.\n\n# How do we start?\n\nFind out ${asks}, and begin there.`
      ),
    Training: ({ name, does }) =>
      item(
        `${name} fundamentals course`,
        `A short course for new colleagues who sell ${name}.`,
        `# Lesson 1\n\nWhy customers buy: ${name} ${does}.\n\n# Lesson 2\n\nA demonstration in ten minutes.\n\n# Lesson 3\n\nThree objections, and what to answer.`
      ),
    Certification: ({ name }) =>
      item(
        `${name} Specialist: your way to the certificate`,
        `How the exam works and how to prepare for the ${name} Specialist certificate.`,
        `# The exam\n\nForty questions in ninety minutes. Seventy per cent are needed.\n\n# Preparation\n\nTake the fundamentals course, then configure a trial of ${name} yourself.`
      ),
    industry: (name) =>
      item(
        `Selling to ${name}`,
        `What decision makers in ${name} worry about, and which proof convinces them.`,
        `# Who decides\n\nIn ${name} the head of operations decides and finance signs.\n\n# What to bring\n\nA reference of the same size and a calculation of the cost of waiting.`
      ),
    rival: (name) =>
      item(
        `Battle card: winning against ${name}`,
        `Where ${name} is strong, where it is not, and the questions that show it.`,
        `# Where they are strong\n\n${name} is cheap in the first year.\n\n# Where they are not\n\nEach further connection is charged, and support answers on the next day.\n\n# Ask this\n\nWhat will the third year cost with everything you need?`
      ),
    prices: () =>
      item(
        'Partner price list',
        'List prices, partner discounts and when they apply.',
        '# Discounts\n\nThe discount follows the tier on the day of the order. A registered deal adds five points.'
      ),
    template: () =>
      item(
        'Proposal template',
        'A proposal of four pages to fill in and send.',
        '# How to use it\n\nReplace what stands in brackets. Leave the page on measures of success where it is.'
      )
  },
  de: {
    Playbook: ({ name, does, asks }) =>
      item(
        `Verkaufsleitfaden ${name}`,
        `Vom ersten Gespräch bis zur Unterschrift: ${name} ${does}.`,
        `# Erstes Gespräch\n\nFragen Sie, ${asks}. Achten Sie auf eine Zahl und schreiben Sie sie auf.\n\n# Vorführung\n\nZeigen Sie einen Arbeitstag und nicht jede Maske. ${name} ${does}.\n\n# Abschluss\n\nVereinbaren Sie eine Messgröße und einen Termin, an dem beide Seiten sie ansehen.`
      ),
    Datasheet: ({ name, does }) =>
      item(
        `${name} auf einen Blick`,
        `Zwei Seiten: was ${name} leistet, was es braucht und wie es lizenziert wird.`,
        `# Leistung\n\n${name} ${does}.\n\n# Voraussetzungen\n\nEin aktueller Browser und einmalige Anmeldung. Auf dem Arbeitsplatz wird nichts installiert.\n\n# Lizenz\n\nJe benannter Person und Monat, mindestens zehn Personen.`
      ),
    FAQ: ({ name, asks }) =>
      item(
        `${name}: häufige Kundenfragen`,
        `Kurze Antworten zu Einführung, Daten und Vertrag von ${name}.`,
        `# Wie lange dauert die Einführung?\n\nEine erste Gruppe arbeitet nach sechs Wochen mit ${name}.\n\n# Wo liegen unsere Daten?\n\nIn der Region, die der Vertrag nennt, und in keiner anderen.\n\n# Wie fangen wir an?\n\nFinden Sie heraus, ${asks}, und beginnen Sie dort.`
      ),
    Training: ({ name, does }) =>
      item(
        `Grundkurs ${name}`,
        `Ein kurzer Kurs für neue Kolleginnen und Kollegen, die ${name} verkaufen.`,
        `# Lektion 1\n\nWarum Kunden kaufen: ${name} ${does}.\n\n# Lektion 2\n\nEine Vorführung in zehn Minuten.\n\n# Lektion 3\n\nDrei Einwände und was man antwortet.`
      ),
    Certification: ({ name }) =>
      item(
        `Spezialist für ${name} werden`,
        `Wie die Prüfung abläuft und wie man sich auf das Zertifikat für ${name} vorbereitet.`,
        `# Prüfung\n\nVierzig Fragen in neunzig Minuten. Siebzig Prozent sind nötig.\n\n# Vorbereitung\n\nBesuchen Sie den Grundkurs und richten Sie dann selbst eine Testumgebung von ${name} ein.`
      ),
    industry: (name) =>
      item(
        `Verkaufen an ${name}`,
        `Was Entscheider bewegt und welcher Beleg überzeugt: Unterlage für ${name}.`,
        `# Wer entscheidet\n\nDie Betriebsleitung entscheidet, die Finanzabteilung unterschreibt.\n\n# Was Sie mitbringen\n\nEine Referenz gleicher Größe und eine Rechnung, was das Warten kostet.`
      ),
    rival: (name) =>
      item(
        `Wettbewerbskarte: gegen ${name} gewinnen`,
        `Wo ${name} stark ist, wo nicht, und welche Fragen das zeigen.`,
        `# Wo sie stark sind\n\n${name} ist im ersten Jahr günstig.\n\n# Wo nicht\n\nJede weitere Anbindung kostet, und der Support antwortet erst am nächsten Tag.\n\n# Fragen Sie\n\nWas kostet das dritte Jahr mit allem, was Sie brauchen?`
      ),
    prices: () =>
      item(
        'Preisliste für Partner',
        'Listenpreise, Partnerrabatte und wann sie gelten.',
        '# Rabatte\n\nDer Rabatt richtet sich nach der Stufe am Tag der Bestellung. Ein registriertes Geschäft bringt fünf Punkte mehr.'
      ),
    template: () =>
      item(
        'Angebotsvorlage',
        'Ein Angebot von vier Seiten zum Ausfüllen und Versenden.',
        '# Verwendung\n\nErsetzen Sie, was in Klammern steht. Lassen Sie die Seite mit den Messgrößen an ihrem Platz.'
      )
  },
  fr: {
    Playbook: ({ name, does, asks }) =>
      item(
        `Guide de vente ${name}`,
        `Du premier appel à la signature : ${name} ${does}.`,
        `# Premier appel\n\nDemandez ${asks}. Notez le chiffre que l’on vous donne.\n\n# Démonstration\n\nMontrez une journée de travail, pas tous les écrans. ${name} ${does}.\n\n# Conclusion\n\nConvenez d’une mesure de réussite et d’une date pour l’examiner ensemble.`
      ),
    Datasheet: ({ name, does }) =>
      item(
        `${name} en bref`,
        `Deux pages sur ce que fait ${name}, ce qu’il demande et sa licence.`,
        `# Ce qu’il fait\n\n${name} ${does}.\n\n# Ce qu’il demande\n\nUn navigateur récent et une authentification unique. Rien n’est installé sur le poste.\n\n# Licence\n\nPar utilisateur nommé et par mois, dix utilisateurs au minimum.`
      ),
    FAQ: ({ name, asks }) =>
      item(
        `${name} : les questions des clients`,
        `Réponses courtes sur la mise en place, les données et le contrat de ${name}.`,
        `# Combien de temps dure la mise en place ?\n\nUn premier groupe travaille avec ${name} au bout de six semaines.\n\n# Où sont nos données ?\n\nDans la région prévue par le contrat, et nulle part ailleurs.\n\n# Comment commencer ?\n\nCherchez ${asks}, et commencez par là.`
      ),
    Training: ({ name, does }) =>
      item(
        `Formation initiale ${name}`,
        `Une formation courte pour les nouveaux collègues qui vendent ${name}.`,
        `# Leçon 1\n\nPourquoi les clients achètent : ${name} ${does}.\n\n# Leçon 2\n\nUne démonstration en dix minutes.\n\n# Leçon 3\n\nTrois objections et leurs réponses.`
      ),
    Certification: ({ name }) =>
      item(
        `Devenir spécialiste ${name}`,
        `Le déroulement de l’examen et la préparation au certificat ${name}.`,
        `# L’examen\n\nQuarante questions en quatre-vingt-dix minutes. Il faut soixante-dix pour cent.\n\n# Préparation\n\nSuivez la formation initiale, puis configurez vous-même un essai de ${name}.`
      ),
    industry: (name) =>
      item(
        `Vendre à ${name}`,
        `Ce qui préoccupe les décideurs et la preuve qui les convainc : ${name}.`,
        `# Qui décide\n\nLa direction des opérations décide, la direction financière signe.\n\n# À apporter\n\nUne référence de même taille et un calcul de ce que coûte l’attente.`
      ),
    rival: (name) =>
      item(
        `Fiche concurrent : gagner face à ${name}`,
        `Les points forts de ${name}, ses limites, et les questions qui les montrent.`,
        `# Points forts\n\n${name} coûte peu la première année.\n\n# Limites\n\nChaque connexion de plus est facturée et l’assistance répond le lendemain.\n\n# À demander\n\nQue coûtera la troisième année avec tout ce qu’il vous faut ?`
      ),
    prices: () =>
      item(
        'Tarifs pour les partenaires',
        'Prix catalogue, remises et conditions.',
        '# Remises\n\nLa remise suit le niveau au jour de la commande. Une affaire enregistrée ajoute cinq points.'
      ),
    template: () =>
      item(
        'Modèle de proposition',
        'Une proposition de quatre pages à compléter et à envoyer.',
        '# Utilisation\n\nRemplacez ce qui est entre crochets. Laissez à sa place la page des mesures de réussite.'
      )
  },
  es: {
    Playbook: ({ name, does, asks }) =>
      item(
        `Guía de venta de ${name}`,
        `De la primera llamada a la firma: ${name} ${does}.`,
        `# Primera llamada\n\nPregunte ${asks}. Anote la cifra que le den.\n\n# Demostración\n\nEnseñe un día de trabajo, no todas las pantallas. ${name} ${does}.\n\n# Cierre\n\nAcuerden una medida de éxito y una fecha para revisarla.`
      ),
    Datasheet: ({ name, does }) =>
      item(
        `${name} de un vistazo`,
        `Dos páginas sobre qué hace ${name}, qué necesita y cómo se licencia.`,
        `# Qué hace\n\n${name} ${does}.\n\n# Qué necesita\n\nUn navegador actual e inicio de sesión único. No se instala nada en el puesto.\n\n# Licencia\n\nPor usuario y mes, con un mínimo de diez usuarios.`
      ),
    FAQ: ({ name, asks }) =>
      item(
        `${name}: preguntas de los clientes`,
        `Respuestas cortas sobre puesta en marcha, datos y contrato de ${name}.`,
        `# ¿Cuánto dura la puesta en marcha?\n\nUn primer grupo trabaja con ${name} en seis semanas.\n\n# ¿Dónde están nuestros datos?\n\nEn la región que indica el contrato y en ninguna otra.\n\n# ¿Cómo empezamos?\n\nAverigüe ${asks} y empiece por ahí.`
      ),
    Training: ({ name, does }) =>
      item(
        `Curso básico de ${name}`,
        `Un curso corto para quienes empiezan a vender ${name}.`,
        `# Lección 1\n\nPor qué compran los clientes: ${name} ${does}.\n\n# Lección 2\n\nUna demostración en diez minutos.\n\n# Lección 3\n\nTres objeciones y sus respuestas.`
      ),
    Certification: ({ name }) =>
      item(
        `Ser especialista en ${name}`,
        `Cómo es el examen y cómo preparar el certificado de ${name}.`,
        `# El examen\n\nCuarenta preguntas en noventa minutos. Hace falta un setenta por ciento.\n\n# Preparación\n\nHaga el curso básico y configure usted mismo una prueba de ${name}.`
      ),
    industry: (name) =>
      item(
        `Vender a ${name}`,
        `Qué preocupa a quien decide y qué prueba convence: ${name}.`,
        `# Quién decide\n\nDecide la dirección de operaciones y firma la financiera.\n\n# Qué llevar\n\nUna referencia del mismo tamaño y el cálculo de lo que cuesta esperar.`
      ),
    rival: (name) =>
      item(
        `Ficha de competencia: ganar a ${name}`,
        `Dónde es fuerte ${name}, dónde no, y las preguntas que lo muestran.`,
        `# Dónde es fuerte\n\n${name} es barato el primer año.\n\n# Dónde no\n\nCada conexión adicional se cobra y el soporte responde al día siguiente.\n\n# Pregunte\n\n¿Cuánto costará el tercer año con todo lo que necesita?`
      ),
    prices: () =>
      item(
        'Lista de precios para socios',
        'Precios de lista, descuentos y cuándo se aplican.',
        '# Descuentos\n\nEl descuento sigue el nivel del día del pedido. Una operación registrada suma cinco puntos.'
      ),
    template: () =>
      item(
        'Plantilla de propuesta',
        'Una propuesta de cuatro páginas para completar y enviar.',
        '# Uso\n\nSustituya lo que está entre corchetes. Deje en su sitio la página de medidas de éxito.'
      )
  }
};
