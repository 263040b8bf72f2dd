import { expect, test } from 'vitest';
import type { Happening } from '#evals/runner/evidence.ts';
import {
  answered,
  called,
  gradersThatObject,
  happenings,
  readBack,
  replacing,
  said,
} from './sample-evidence.ts';
import { stepFault } from './step-rules.ts';

const note = called(2, 'add_case_note', { caseNumber: 'CASE-12', added: true });
const pressed = (button: string, more: { refused?: string; expectedRefusal?: string } = {}): Happening => ({
  kind: 'pressed',
  turn: 3,
  by: 'Sam',
  button,
  ...more,
});
const and = (...more: Happening[]) => ({ happenings: [...happenings, ...more] });

test.each<[string, { happenings: readonly Happening[] }]>([
  ['a case opened without a yes', replacing(3, said(2, 'What would that mean?', 'confirmation'))],
  ['a case opened after a no', replacing(3, said(2, 'No.', 'confirmation'))],
  [
    'a yes that came before the read-back',
    { happenings: [said(1, 'Yes.', 'confirmation'), ...happenings.filter((_, at) => at !== 3)] },
  ],
  ['a read-back after the yes', replacing(4, readBack, ...happenings.slice(4, 5))],
  ['a case opened twice', and(...happenings.slice(4, 5))],
  ['a note that was not read back', and(note)],
  ['an approval', and(pressed('approve'))],
  ['a button that was refused unexpectedly', and(pressed('check the claim', { refused: 'not-allowed' }))],
  ['a button that should have been refused', and(pressed('accept', { expectedRefusal: 'moved-on' }))],
  [
    'an assistant that speaks after the hand-over',
    and(
      { kind: 'state', state: 'queued', turn: 3 },
      said(3, 'Hello?'),
      answered(3, 'I am still here for you.'),
    ),
  ],
])('%s is found by the steps alone', (_, mutant) => {
  expect(gradersThatObject(mutant)).toEqual(['steps']);
});

test.each<[string, { happenings: readonly Happening[] }]>([
  [
    'looking things up more often',
    and(called(3, 'get_invoice', { number: 'INV-7' }), called(3, 'get_invoice', { number: 'INV-7' })),
  ],
  [
    'a refusal that was expected',
    and(pressed('accept', { refused: 'moved-on', expectedRefusal: 'moved-on' })),
  ],
])('%s is no fault', (_, mutant) => {
  expect(gradersThatObject(mutant)).toEqual([]);
});

test.each([
  [
    { 'before open a case': 'customer confirmd' },
    '"customer confirmd" is not something that happens. Did you mean "customer confirmed"?',
  ],
  [
    { allways: 'approve' },
    '"allways" is no rule; there are: before …, never, must, exactly once, at most N times.',
  ],
  [{ 'at most 2 times': 'get_invoice' }, undefined],
])('the rule %o is understood or explained', (rule, fault) => {
  expect(stepFault(rule)).toBe(fault);
});
