/** Words that join, and say nothing about which company it is. */
export const STOP_WORDS = new Set(
  'the of and for in at on de del la le les el los las du des da do dos der die das und von van den het et y e i a an to by with'.split(' ')
);

/** Ways of writing one word, folded: what a word stands for. Includes plurals that firms use interchangeably. */
export const SAME_WORD: ReadonlyMap<string, string> = new Map(
  (
    'intl international|int international|internacional international|internationale international|internazionale international|internationaal international|' +
    'mfg manufacturing|mfr manufacturing|svc service|svcs service|services service|serv service|servicios service|servizi service|dienste service|' +
    'tech technology|technologies technology|technologie technology|technologien technology|tecnologia technology|tecnologias technology|techno technology|' +
    'sys system|systems system|systeme system|sistemas system|sistemi system|ctr center|centre center|centres center|centers center|centro center|cntr center|' +
    'univ university|universitat university|universite university|universidad university|universita university|universiteit university|' +
    'assoc association|assn association|associates associate|natl national|nat national|bros brother|brothers brother|gebruder brother|gebr brother|hnos brother|' +
    'dept department|govt government|mgmt management|mgt management|engr engineering|eng engineering|engg engineering|hosp hospital|hospitals hospital|' +
    'inds industry|ind industry|industries industry|industria industry|industrias industry|industrie industry|labs laboratory|lab laboratory|laboratories laboratory|' +
    'solutions solution|soluciones solution|holdings holding|hldgs holding|hldg holding|grp group|gruppe group|groupe group|grupo group|gruppo group|groep group|groups group|' +
    'comm communication|comms communication|communications communication|telecommunications telecom|pharma pharmaceutical|pharmaceuticals pharmaceutical|' +
    'elec electric|electrical electric|electronics electronic|chem chemical|chemicals chemical|prods product|products product|prod product|' +
    'ent enterprise|enterprises enterprise|partners partner|consultants consulting|consultancy consulting|logistic logistics|transports transport|' +
    'fin financial|finance financial|ins insurance|inv investment|investments investment|props property|properties property|dev development|devt development|' +
    'dist distribution|distributors distribution|distributor distribution|equip equipment|mkt market|mkts market|markets market|mktg marketing|' +
    'schools school|clubs club|churches church|restaurants restaurant|hotels hotel|stores store|shops shop|banks bank|farms farm|foods food|motors motor|tools tool|parts part|' +
    'soc society|fdn foundation|found foundation|inst institute|instituto institute|acad academy|mt mount|ft fort|saint st|sankt st|n north|s south|e east|w west|nth north|sth south|' +
    'cia company|cie company|compagnie company|compania company|deutsche german|deutschland germany|usa america|us america|uk britain|daycare day care|childcare child care|' +
    'nursery nursery|head head|one 1|two 2|three 3|four 4|five 5|ii 2|iii 3|iv 4|first 1st|second 2nd|third 3rd'
  )
    .split('|')
    .map((entry) => entry.split(' '))
    .map(([from, ...to]): [string, string] => [from!, to.join(' ')])
);

/** Words found in so many company names that sharing one says little. */
export const COMMON_WORDS = new Set(
  (
    'group holding international service solution technology system global company consulting industry partner enterprise software digital center ' +
    'management engineering manufacturing trading trade capital investment financial insurance bank property estate construction building builder ' +
    'development design marketing media communication telecom network data information research science laboratory health healthcare medical hospital clinic ' +
    'care pharmaceutical energy power electric electronic oil gas water environmental chemical material metal steel plastic paper packaging textile ' +
    'food beverage restaurant hotel travel tourism transport logistics shipping express auto automotive motor aviation aerospace marine ' +
    'security safety legal law associate association society foundation institute university college school academy education training learning ' +
    'community child children youth family day church saint st club federation union council authority department government public national federal ' +
    'state city county regional general united first new american european asia africa product equipment supply distribution wholesale retail store shop ' +
    'market online web net cloud mobile it interactive creative studio agency work house home brother son sons advisory professional business commercial ' +
    'industrial machine tool control automation instrument precision quality advanced applied integrated total modern standard premier elite star world ' +
    'nursery preschool kindergarten head start program project office branch division unit site main of'
  ).split(' ')
);

/** Common words that do not even name a trade. */
export const EMPTY_WORDS = new Set(
  'group holding international company global enterprise partner service solution national general united first new main site office branch division unit of program project total'.split(
    ' '
  )
);
