import type { Wording } from './wording.ts';

export const en: Wording = {
  locale: 'en',
  fields: {
    amount: 'Amount',
    closeDate: 'Close date',
    daysToClose: 'Days to close',
    description: 'Description',
    productFamily: 'Product family',
    industry: 'Industry',
    region: 'Region',
    country: 'Country',
    competitor: 'Competitor',
    clientSize: 'Client size',
    competitorKnown: 'Competitor named',
    contactKnown: 'Contact given',
    domainKnown: 'Website given',
    partnerType: 'Partner type',
    partnerTier: 'Partner tier',
    conflict: 'Conflict',
    'partner.record': 'Partner record',
    'partner.similarDeals': 'Partner record in similar deals',
    'partner.tier': 'Partner tier',
    'partner.certifications': 'Partner certifications',
    'partner.territory': 'Partner territory',
    'partner.vertical': 'Partner industry focus'
  },
  values: { Yes: 'Yes', No: 'No', 'not known': 'not known' },
  baseline: { learned: 'Average of past deals', prior: 'Starting value, no history yet' },
  factor: {
    learnedUp: 'Past deals with this value{range} were won more often',
    learnedDown: 'Past deals with this value{range} were won less often',
    priorUp: 'Raises the starting value by a stated rule',
    priorDown: 'Lowers the starting value by a stated rule',
    partnerUp: 'Speaks for this partner in this deal',
    partnerDown: 'Speaks against this partner in this deal',
    conflict: 'Takes away {percent} % of the points the deal would have'
  },
  kind: { registration: 'registration', opportunity: 'opportunity', account: 'account', lead: 'lead' },
  level: { High: 'high', Medium: 'medium', Low: 'low' },
  action: {
    'Auto-approve': 'approve',
    'Route for review': 'review',
    'Request more info': 'ask for more information',
    'Reject as duplicate': 'reject as duplicate'
  },
  because: {
    duplicate: 'another live record is, by strong evidence, for the same company',
    missing: 'these facts are missing: {missing}',
    ownDuplicate: 'the same partner already has a live registration for this company',
    conflict: 'a possible conflict should be looked at first',
    lowConfidence: 'there is too little history to rely on the score',
    strong: 'the score reaches the threshold of {threshold}',
    weak: 'the score is below the threshold of {threshold}',
    ordinary: 'the score lies between the thresholds'
  },
  confidence: {
    learned: '{count} comparable past deals',
    prior: 'no history yet; {count} closed deals of this partner',
    noSignal: 'past deals show no pattern that predicts the outcome'
  },
  conflictValue: '{kind}, {percent} % likely the same company',
  explanation: {
    score: 'The score is {score} of 100; the starting point is {base} ({label}).',
    confidence: 'Confidence is {level}: {reason}.',
    inFavour: 'In favour: {list}.',
    against: 'Against: {list}.',
    conflict: 'Possible conflict: {value}.',
    noConflict: 'None of the {count} records compared looks like a live claim on the same company.',
    nothingCompared: 'There were no other records to compare with.',
    recommended: 'Recommended: {action}, because {because}.'
  },
  partner: {
    duplicate:
      'Our records already show activity for this company, so your channel manager will check your registration against it before deciding. If you have worked with this customer, please add what happened and when.',
    missing: 'We need a little more before we can review your registration. Please add: {missing}.',
    ownDuplicate: 'You already have a registration for this company. Your channel manager will check whether this is a separate deal.',
    conflict: 'Your channel manager will check this registration against our records before deciding.',
    lowConfidence: 'Your channel manager will review your registration and decide.',
    strong: 'Your registration is complete and with your channel manager for a decision.',
    weak: 'Your channel manager will review your registration and may come back to you with questions.',
    ordinary: 'Your channel manager will review your registration and decide.'
  },
  partnerFacts: 'What speaks for it: {list}.',
  greeting: 'Hello,\n\nthank you for registering {prospect}.',
  closing: 'Kind regards\nYour channel team'
};
