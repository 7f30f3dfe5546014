import type { Wording } from './wording.ts';

export const en: Wording = {
  rules: {
    activity_not_eligible: {
      label: 'Activity not eligible',
      text: 'The program does not pay for the activity “{activity}”.',
      partner: 'The program does not pay for the activity “{activity}”.',
      why: 'The program lists the activities it pays for.'
    },
    outside_period: {
      label: 'Outside the program period',
      text: 'The activity is outside the period of the program, {from} to {until}.',
      partner: 'The activity is outside the period of the program, {from} to {until}.',
      why: 'Activities must take place in the period of the program.'
    },
    after_deadline: {
      label: 'After the deadline',
      text: 'Handed in {days} day(s) after the deadline, which was {deadline}.',
      partner: 'The claim was handed in {days} day(s) after the deadline, which was {deadline}.',
      why: 'Claims must be handed in before the deadline.'
    },
    invoice_before_approval: {
      label: 'Invoice before the approval',
      text: 'The invoice of {date} is older than the approval of {approved}. It can be right when activity and payment came later.',
      partner: 'The invoice of {date} is from before your request was approved on {approved}. Please tell us when it was paid.',
      why: 'The program asks for approval before the activity begins.'
    },
    dates_outside_activity: {
      label: 'Date does not fit the activity',
      text: 'The document is of {date}; the activity was {from} to {until}.',
      partner: 'The document of {date} does not fit the activity from {from} to {until}. Please explain or send the right one.',
      why: 'Costs should belong to the activity.'
    },
    duplicate_paid: {
      label: 'Paid before',
      text: 'The same document ({same}, {percent} % sure) stands on a claim that is approved or paid.',
      partner: 'One of the documents was handed in before.',
      why: 'A document is paid once.'
    },
    duplicate: {
      label: 'Handed in before',
      text: 'The same document ({same}, {percent} % sure) stands on another claim.',
      partner: 'One of the documents was handed in before.',
      why: 'A document is paid once.'
    },
    duplicate_within: {
      label: 'Twice on this claim',
      text: 'The same document ({same}, {percent} % sure) is on this claim twice; it is counted once.',
      partner: 'One of the documents is on the claim twice; it is counted once.',
      why: 'A document is counted once.'
    },
    own_invoice: {
      label: 'Own invoice',
      text: 'The invoice of {vendor} looks like the partner’s own.',
      partner: 'The program does not pay invoices of your own company.',
      why: 'The program does not pay invoices a partner writes to itself.'
    },
    not_a_proof: {
      label: 'Not a proof of cost',
      text: 'The document is a {kind}; only a final invoice or receipt proves a cost.',
      partner: 'A {kind} does not prove a cost. Please send the final invoice.',
      why: 'Quotes and orders are not costs yet.'
    },
    unreadable: {
      label: 'Could not be read',
      text: 'The document could not be read by machine. Please look at it.',
      partner: 'One document could not be read. Somebody is looking at it.',
      why: 'What cannot be read cannot be checked.'
    },
    poorly_readable: {
      label: 'Hard to read',
      text: 'The document could be read less surely than the program asks for.',
      partner: 'One document is hard to read. A clearer picture helps.',
      why: 'The program asks for readable documents.'
    },
    altered: {
      label: 'Page and data differ',
      text: 'The visible page and the data inside the file say different things: {fields}.',
      partner: 'The page and the data inside one file say different things: {fields}. Please send the original.',
      why: 'A file whose parts contradict each other may have been changed.'
    },
    not_to_standard: {
      label: 'E-invoice with errors',
      text: 'The e-invoice breaks {count} rule(s) of its own standard.',
      partner: 'The e-invoice has errors. Its sender can correct them.',
      why: 'An e-invoice should keep to its standard.'
    },
    arithmetic: {
      label: 'Sums do not add up',
      text: 'The amounts on the document do not add up. The lower one was counted.',
      partner: 'The amounts on one document do not add up. Please check it or send the right one.',
      why: 'Lines should add up to the sum.'
    },
    currency_without_rate: {
      label: 'No exchange rate',
      text: 'The document is in {currency} and no rate to {program} is given.',
      partner: 'One document is in {currency}. Please give the rate to {program}, its date and where it comes from.',
      why: 'Another currency needs a rate.'
    },
    no_amount: {
      label: 'No amount found',
      text: 'No amount was found on the document.',
      partner: 'We found no amount on one document. Please fill it in.',
      why: 'A cost needs an amount.'
    },
    tax_not_shown: {
      label: 'Tax not shown',
      text: 'The document does not show its tax; the whole sum was counted.',
      partner: 'One document does not show its tax.',
      why: 'The program does not pay tax.'
    },
    missing_document: {
      label: 'Document missing',
      text: 'Still missing: {kind}.',
      partner: 'Still missing: {kind}.',
      why: 'The program asks for certain documents.'
    },
    corrected: {
      label: 'Corrected by the partner',
      text: 'The partner changed what was read: {fields}.',
      partner: 'You changed what was read: {fields}.',
      why: 'Changed values are looked at.'
    },
    alcohol: {
      label: 'Alcohol',
      text: 'Not paid: “{line}” ({amount}), alcohol.',
      partner: 'The program does not pay for alcohol: “{line}” ({amount}).',
      why: 'The program does not pay for alcohol.'
    },
    travel: {
      label: 'Travel',
      text: 'Not paid: “{line}” ({amount}), travel.',
      partner: 'The program does not pay for travel: “{line}” ({amount}).',
      why: 'The program does not pay for travel.'
    },
    above_maximum: {
      label: 'Above the maximum',
      text: 'Reduced by {amount} to the maximum of {maximum}.',
      partner: 'The program pays at most {maximum} for a claim.',
      why: 'The program has a maximum.'
    },
    above_balance: {
      label: 'Above the approved amount',
      text: 'Reduced by {amount}: the request has {balance} left.',
      partner: 'Your request has {balance} left.',
      why: 'No more is paid than was approved.'
    },
    above_costs: {
      label: 'More than the documents show',
      text: 'Claimed are {claimed}; the documents justify {eligible}.',
      partner: 'You claim {claimed}; the documents justify {eligible}.',
      why: 'What is claimed should be in the documents.'
    }
  },
  steps: {
    costs: 'Costs that count',
    share: 'Own share of the partner',
    claimed: 'No more than was claimed',
    nothing: 'Credit notes exceed the costs'
  },
  kinds: {
    invoice: 'invoice',
    receipt: 'receipt',
    credit_note: 'credit note',
    quote: 'quote',
    order: 'order',
    proof_of_payment: 'proof of payment',
    proof_of_attendance: 'proof of attendance',
    advertisement: 'copy of the advertisement',
    screenshot: 'photo or screenshot',
    contract: 'contract',
    summary: 'summary with leads',
    other: 'other document'
  },
  fields: {
    vendor: 'vendor',
    issueDate: 'date',
    invoiceNumber: 'invoice number',
    currency: 'currency',
    net: 'net amount',
    tax: 'tax',
    total: 'total',
    due: 'amount due',
    iban: 'bank account'
  },
  same: { invoice: 'same invoice', content: 'same file', text: 'same text', picture: 'same picture' },
  confidence: 'The least readable document was read with {percent} % certainty; {count} decided claims stand behind the weights.',
  baseline: 'A claim without findings',
  floor: 'Not below 0',
  summary: {
    clean: 'Nothing in the documents speaks against paying.',
    found: 'What to look at: {labels}.',
    eligible: 'Eligible: {eligible} of {claimed} claimed.'
  },
  reply: {
    greeting: 'Thank you for your claim.',
    approve: 'It is approved in full: {eligible}.',
    reduced: 'It is approved with {eligible}.',
    ask: 'Before we can decide we need something from you:',
    review: 'We are looking at these points:',
    closing: 'Please ask your channel manager if anything is unclear.'
  }
};
