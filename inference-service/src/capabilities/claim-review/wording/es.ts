import type { Wording } from './wording.ts';

export const es: Wording = {
  rules: {
    activity_not_eligible: {
      label: 'Actividad no admitida',
      text: 'El programa no paga la actividad «{activity}».',
      partner: 'El programa no paga la actividad «{activity}».',
      why: 'El programa indica las actividades que paga.'
    },
    outside_period: {
      label: 'Fuera del periodo',
      text: 'La actividad está fuera del periodo del programa, del {from} al {until}.',
      partner: 'La actividad está fuera del periodo del programa, del {from} al {until}.',
      why: 'Las actividades deben tener lugar en el periodo del programa.'
    },
    after_deadline: {
      label: 'Fuera de plazo',
      text: 'Presentada {days} día(s) después del plazo, que terminó el {deadline}.',
      partner: 'La solicitud se presentó {days} día(s) después del plazo, que terminó el {deadline}.',
      why: 'Las solicitudes deben llegar dentro del plazo.'
    },
    invoice_before_approval: {
      label: 'Factura anterior a la aprobación',
      text: 'La factura del {date} es anterior a la aprobación del {approved}. Puede ser correcta si la actividad y el pago fueron después.',
      partner: 'La factura del {date} es anterior a la aprobación del {approved}. Indique cuándo se pagó.',
      why: 'El programa pide aprobación antes de empezar.'
    },
    dates_outside_activity: {
      label: 'Fecha ajena a la actividad',
      text: 'El documento es del {date}; la actividad fue del {from} al {until}.',
      partner: 'El documento del {date} no corresponde a la actividad del {from} al {until}. Explíquelo o envíe el correcto.',
      why: 'Los costes deben ser de la actividad.'
    },
    duplicate_paid: {
      label: 'Ya pagado',
      text: 'El mismo documento ({same}, {percent} % de certeza) está en una solicitud aprobada o pagada.',
      partner: 'Uno de los documentos ya se presentó.',
      why: 'Un documento se paga una vez.'
    },
    duplicate: {
      label: 'Ya presentado',
      text: 'El mismo documento ({same}, {percent} % de certeza) está en otra solicitud.',
      partner: 'Uno de los documentos ya se presentó.',
      why: 'Un documento se paga una vez.'
    },
    duplicate_within: {
      label: 'Dos veces en esta solicitud',
      text: 'El mismo documento ({same}, {percent} % de certeza) está dos veces en esta solicitud; cuenta una vez.',
      partner: 'Uno de los documentos está dos veces; cuenta una vez.',
      why: 'Un documento cuenta una vez.'
    },
    own_invoice: {
      label: 'Factura propia',
      text: 'La factura de {vendor} parece del propio socio.',
      partner: 'El programa no paga facturas de su propia empresa.',
      why: 'El programa no paga facturas que un socio se hace a sí mismo.'
    },
    not_a_proof: {
      label: 'No prueba un coste',
      text: 'El documento es: {kind}. Solo una factura definitiva o un recibo prueba un coste.',
      partner: '{kind}: no prueba un coste. Envíe la factura definitiva.',
      why: 'Presupuestos y pedidos aún no son costes.'
    },
    unreadable: {
      label: 'No se pudo leer',
      text: 'La máquina no pudo leer el documento. Mírelo, por favor.',
      partner: 'Un documento no se pudo leer. Alguien lo está mirando.',
      why: 'Lo que no se lee no se comprueba.'
    },
    poorly_readable: {
      label: 'Difícil de leer',
      text: 'El documento se leyó con menos certeza de la que pide el programa.',
      partner: 'Un documento es difícil de leer. Ayuda una imagen más nítida.',
      why: 'El programa pide documentos legibles.'
    },
    altered: {
      label: 'Página y datos distintos',
      text: 'La página visible y los datos del archivo se contradicen: {fields}.',
      partner: 'La página y los datos de un archivo se contradicen: {fields}. Envíe el original.',
      why: 'Un archivo que se contradice puede estar modificado.'
    },
    not_to_standard: {
      label: 'Factura electrónica con errores',
      text: 'La factura electrónica incumple {count} regla(s) de su norma.',
      partner: 'La factura electrónica tiene errores. Su emisor puede corregirlos.',
      why: 'Una factura electrónica debe cumplir su norma.'
    },
    arithmetic: {
      label: 'Las sumas no cuadran',
      text: 'Los importes del documento no suman el total. Se contó el menor.',
      partner: 'Los importes de un documento no suman el total. Compruébelo o envíe el correcto.',
      why: 'Las líneas deben sumar el total.'
    },
    currency_without_rate: {
      label: 'Falta el tipo de cambio',
      text: 'El documento está en {currency} y no se indica el cambio a {program}.',
      partner: 'Un documento está en {currency}. Indique el cambio a {program}, su fecha y su fuente.',
      why: 'Otra moneda necesita un tipo de cambio.'
    },
    no_amount: {
      label: 'Sin importe',
      text: 'No se encontró ningún importe en el documento.',
      partner: 'No encontramos ningún importe en un documento. Escríbalo, por favor.',
      why: 'Un coste necesita un importe.'
    },
    tax_not_shown: {
      label: 'Impuesto no indicado',
      text: 'El documento no indica su impuesto; se contó la suma entera.',
      partner: 'Un documento no indica su impuesto.',
      why: 'El programa no paga impuestos.'
    },
    missing_document: {
      label: 'Falta un documento',
      text: 'Falta todavía: {kind}.',
      partner: 'Falta todavía: {kind}.',
      why: 'El programa pide ciertos documentos.'
    },
    corrected: {
      label: 'Corregido por el socio',
      text: 'El socio cambió lo leído: {fields}.',
      partner: 'Usted cambió lo leído: {fields}.',
      why: 'Los valores cambiados se miran.'
    },
    alcohol: {
      label: 'Alcohol',
      text: 'No se paga: «{line}» ({amount}), alcohol.',
      partner: 'El programa no paga alcohol: «{line}» ({amount}).',
      why: 'El programa no paga alcohol.'
    },
    travel: {
      label: 'Viaje',
      text: 'No se paga: «{line}» ({amount}), viaje.',
      partner: 'El programa no paga viajes: «{line}» ({amount}).',
      why: 'El programa no paga viajes.'
    },
    above_maximum: {
      label: 'Por encima del máximo',
      text: 'Reducido en {amount} al máximo de {maximum}.',
      partner: 'El programa paga como máximo {maximum} por solicitud.',
      why: 'El programa tiene un máximo.'
    },
    above_balance: {
      label: 'Por encima de lo aprobado',
      text: 'Reducido en {amount}: a la aprobación le quedan {balance}.',
      partner: 'A su aprobación le quedan {balance}.',
      why: 'No se paga más de lo aprobado.'
    },
    above_costs: {
      label: 'Más que los documentos',
      text: 'Se solicitan {claimed}; los documentos justifican {eligible}.',
      partner: 'Solicita {claimed}; los documentos justifican {eligible}.',
      why: 'Lo solicitado debe estar en los documentos.'
    }
  },
  steps: {
    costs: 'Costes que cuentan',
    share: 'Parte del socio',
    claimed: 'No más de lo solicitado',
    nothing: 'Los abonos superan los costes'
  },
  kinds: {
    invoice: 'factura',
    receipt: 'recibo',
    credit_note: 'abono',
    quote: 'presupuesto',
    order: 'pedido',
    proof_of_payment: 'prueba de pago',
    proof_of_attendance: 'prueba de asistencia',
    advertisement: 'ejemplar del anuncio',
    screenshot: 'foto o captura',
    contract: 'contrato',
    summary: 'resumen con contactos',
    other: 'otro documento'
  },
  fields: {
    vendor: 'proveedor',
    issueDate: 'fecha',
    invoiceNumber: 'número de factura',
    currency: 'moneda',
    net: 'importe neto',
    tax: 'impuesto',
    total: 'total',
    due: 'importe debido',
    iban: 'cuenta bancaria'
  },
  same: { invoice: 'misma factura', content: 'mismo archivo', text: 'mismo texto', picture: 'misma imagen' },
  confidence: 'El documento menos legible se leyó con un {percent} % de certeza; {count} solicitudes decididas respaldan los pesos.',
  baseline: 'Una solicitud sin observaciones',
  floor: 'No menos de 0',
  summary: {
    clean: 'Nada en los documentos se opone al pago.',
    found: 'Para mirar: {labels}.',
    eligible: 'Admitido: {eligible} de {claimed} solicitados.'
  },
  reply: {
    greeting: 'Gracias por su solicitud.',
    approve: 'Está aprobada por completo: {eligible}.',
    reduced: 'Está aprobada con {eligible}.',
    ask: 'Antes de decidir necesitamos algo de usted:',
    review: 'Estamos mirando estos puntos:',
    closing: 'Pregunte a su gestor de canal si algo no está claro.'
  }
};
