import type { Wording } from './wording.ts';

export const es: Wording = {
  locale: 'es',
  fields: {
    amount: 'Importe',
    closeDate: 'Fecha de cierre',
    daysToClose: 'Días hasta el cierre',
    description: 'Descripción',
    productFamily: 'Familia de productos',
    industry: 'Sector',
    region: 'Región',
    country: 'País',
    competitor: 'Competidor',
    clientSize: 'Tamaño del cliente',
    competitorKnown: 'Competidor indicado',
    contactKnown: 'Contacto indicado',
    domainKnown: 'Sitio web indicado',
    partnerType: 'Tipo de socio',
    partnerTier: 'Nivel del socio',
    conflict: 'Conflicto',
    'partner.record': 'Historial del socio',
    'partner.similarDeals': 'Historial del socio en negocios similares',
    'partner.tier': 'Nivel del socio',
    'partner.certifications': 'Certificaciones del socio',
    'partner.territory': 'Territorio del socio',
    'partner.vertical': 'Especialidad sectorial del socio'
  },
  values: { Yes: 'sí', No: 'no', 'not known': 'no consta' },
  baseline: { learned: 'Media de negocios anteriores', prior: 'Valor inicial, aún sin historial' },
  factor: {
    learnedUp: 'Los negocios anteriores con este valor{range} se ganaron más a menudo',
    learnedDown: 'Los negocios anteriores con este valor{range} se ganaron menos a menudo',
    priorUp: 'Sube el valor inicial según una regla establecida',
    priorDown: 'Baja el valor inicial según una regla establecida',
    partnerUp: 'Habla a favor de este socio en este negocio',
    partnerDown: 'Habla en contra de este socio en este negocio',
    conflict: 'Quita el {percent} % de los puntos que tendría el negocio'
  },
  kind: { registration: 'registro', opportunity: 'oportunidad', account: 'cuenta', lead: 'candidato' },
  level: { High: 'alta', Medium: 'media', Low: 'baja' },
  action: {
    'Auto-approve': 'aprobar',
    'Route for review': 'revisar',
    'Request more info': 'pedir más información',
    'Reject as duplicate': 'rechazar por duplicado'
  },
  because: {
    duplicate: 'otro registro activo es, según indicios sólidos, de la misma empresa',
    missing: 'faltan estos datos: {missing}',
    ownDuplicate: 'el mismo socio ya tiene un registro activo para esta empresa',
    conflict: 'antes hay que examinar un posible conflicto',
    lowConfidence: 'hay muy poco historial para fiarse de la puntuación',
    strong: 'la puntuación alcanza el umbral de {threshold}',
    weak: 'la puntuación está por debajo del umbral de {threshold}',
    ordinary: 'la puntuación está entre los umbrales'
  },
  confidence: {
    learned: '{count} negocios anteriores comparables',
    prior: 'aún sin historial; {count} negocios cerrados de este socio',
    noSignal: 'los negocios anteriores no muestran ningún patrón que prediga el resultado'
  },
  conflictValue: '{kind}, la misma empresa con un {percent} %',
  explanation: {
    score: 'La puntuación es {score} de 100; el punto de partida es {base} ({label}).',
    confidence: 'La fiabilidad es {level}: {reason}.',
    inFavour: 'A favor: {list}.',
    against: 'En contra: {list}.',
    conflict: 'Posible conflicto: {value}.',
    noConflict: 'Ninguno de los {count} registros comparados parece un derecho activo sobre la misma empresa.',
    nothingCompared: 'No había otros registros con los que comparar.',
    recommended: 'Recomendación: {action}, porque {because}.'
  },
  partner: {
    duplicate:
      'Ya tenemos actividad con esta empresa, por lo que su responsable de canal revisará su registro antes de decidir. Si ha trabajado con este cliente, añada por favor qué ocurrió y cuándo.',
    missing: 'Necesitamos algo más para revisar su registro. Añada por favor: {missing}.',
    ownDuplicate: 'Ya tiene un registro para esta empresa. Su responsable de canal comprobará si es otro negocio.',
    conflict: 'Su responsable de canal comparará este registro con nuestros datos antes de decidir.',
    lowConfidence: 'Su responsable de canal revisará su registro y decidirá.',
    strong: 'Su registro está completo y pendiente de la decisión de su responsable de canal.',
    weak: 'Su responsable de canal revisará su registro y quizá le haga alguna pregunta.',
    ordinary: 'Su responsable de canal revisará su registro y decidirá.'
  },
  partnerFacts: 'A su favor: {list}.',
  greeting: 'Hola:\n\ngracias por registrar {prospect}.',
  closing: 'Un cordial saludo\nSu equipo de canal'
};
