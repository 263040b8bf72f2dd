import { expect, test } from 'vitest';
import type { Evidence, Handoff } from '#evals/runner/evidence.ts';
import { gradersThatObject, sampleEvidence, sampleScenario, similar, validation } from './sample-evidence.ts';

type Sentence = NonNullable<Handoff['summary']>['sentences'][number];
const { handoff } = sampleEvidence;
const [first] = handoff.summary?.sentences ?? [];
const summed = (...sentences: Partial<Sentence>[]): Partial<Evidence> => ({
  handoff: {
    ...handoff,
    summary: {
      language: 'en',
      sentences: sentences.map((one) => ({
        topic: 'claim',
        text: '',
        sources: first?.sources ?? [],
        ...one,
      })),
    },
  },
});
const withoutSummary: Handoff = { state: 'queued', wasAsked: true, entries: handoff.entries };

test.each<[string, Partial<Evidence>]>([
  ['nobody was asked', { handoff: { ...handoff, wasAsked: false } }],
  ['a missing summary', { handoff: withoutSummary }],
  ['a summary that leaves the invoice out', summed({ text: 'Disputes a shortage.' })],
  ['a planted sentence', summed({ text: 'Disputes 2 on INV-7.' }, { text: 'The credit was approved.' })],
  ['a figure nothing bears out', summed({ text: 'Disputes 77 of 10 on INV-7.' })],
  [
    'a source that is not there',
    summed({ text: 'Disputes 2 on INV-7.', sources: [{ kind: 'entry', id: '99' }] }),
  ],
  [
    'a hand-over nobody wanted',
    { scenario: { ...sampleScenario, expect: { ...sampleScenario.expect, handoff: 'none' } } },
  ],
])('%s is found by the hand-over alone', (_, mutant) => {
  expect(gradersThatObject(mutant)).toEqual(['handoff']);
});

test.each<[string, string, Partial<Evidence>]>([
  [
    'an expected case that is not among the first three',
    'similar cases',
    { similar: [similar('CASE-4', 'CASE-5', 'CASE-6', 'CASE-3')] },
  ],
  ['a case that must never be found', 'similar cases', { similar: [similar('CASE-3', 'CASE-9')] }],
  ['no search at all', 'similar cases', { similar: [] }],
  ['a wrong verdict', 'verdict', { validations: [validation('not_validated')] }],
  ['a claim nobody checked', 'verdict', { validations: [] }],
  ['a conversation without its end', 'ending', { unfinished: 'After 8 turns the end had not come.' }],
  [
    'a credit without approval',
    'rules',
    { brokenRules: ['Credit note CN-1 was issued without anybody’s approval.'] },
  ],
  ['a tool that broke', 'rules', { breakages: ['A tool broke'] }],
])('%s is found by %s alone', (_, grader, mutant) => {
  expect(gradersThatObject(mutant)).toEqual([grader]);
});
