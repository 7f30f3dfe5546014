import { describe, expect, it } from 'vitest';
import { findProblem, type OutputRules } from './output-checks.ts';

const rules: OutputRules = {
  facts: 'Amount 48,000 (+6.2), score 71.4, confidence: 412 comparable past deals, Region (−3.1)',
  forbiddenNames: ['rival corp'],
  forPartner: false,
  otherActions: ['Auto-approve', 'Request more info', 'Reject as duplicate'],
  maxLength: 400
};
const partner: OutputRules = { ...rules, facts: 'nothing', forPartner: true };

describe('checks on what a model wrote', () => {
  it.each([
    'The amount of 48,000 raised the score to 71.4.',
    'The amount of 48000 (+6.2) and 412 deals; region −3.1, about 71 of the points.',
    '48.000 in German style, 71,4 as well.'
  ])('lets "%s" pass', (text) => {
    expect(findProblem(text, rules)).toBeUndefined();
  });

  it.each([
    ['The score is 95.', 'unknown number'],
    ['The chance is 62 %.', 'unknown number'],
    ['The amount takes −6.2 away.', 'unknown number'],
    ['The score is ٩٥.', 'unknown number'],
    ['The score is ninety-five.', 'number in words'],
    ['See https://evil.example', 'link'],
    ['See evil.com now', 'link'],
    ['Write to me@evil', 'link'],
    ['<b>bold</b>', 'markup'],
    ['[click](now)', 'markup'],
    ['Rival Corp was first.', 'names a company'],
    ['You should choose Auto-approve.', 'other action'],
    ['[EMAIL_7] wrote it.', 'placeholder'],
    ['x'.repeat(401), 'too long'],
    [' \n', 'empty']
  ])('stops "%s": %s', (text, problem) => {
    expect(findProblem(text, rules)).toBe(problem);
  });

  it.each([
    'Your deal is approved.',
    'Your registration was REJECTED',
    'We guarantee protection.',
    'Ihre Registrierung ist genehmigt.',
    'Votre dossier est approuvé.',
    'Su registro fue aprobado.'
  ])('stops the decision in "%s" for a partner', (text) => {
    expect(findProblem(text, partner)).toBe('announces a decision');
  });

  it('tells a partner no number at all that was not meant for partners', () => {
    expect(findProblem('You scored 71.4.', partner)).toBe('unknown number');
  });
});
