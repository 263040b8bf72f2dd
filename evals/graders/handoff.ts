import { ungroundedNumbers } from '#domain/answer-check.ts';
import type { Evidence, Finding, Grader } from '#evals/runner/evidence.ts';
import { states } from './facts.ts';
import { sourcesIn } from './numbers.ts';

/** Whether a person was asked for, and whether the summary tells them what happened and nothing else. */
export const handoffGrader: Grader = {
  name: 'handoff',
  holdsForAnyModel: false,
  grade(evidence) {
    const { handoff: expected } = evidence.scenario.expect;
    const { handoff } = evidence;
    if (expected === 'none') {
      return handoff.wasAsked
        ? [finding('The conversation was handed to a person, and should not have been.')]
        : [];
    }
    if (!handoff.wasAsked)
      return [finding('The conversation should have been handed to a person, and was not.')];
    if (!handoff.summary) return [finding('The conversation was handed over without a summary.')];
    const { sentences } = handoff.summary;
    const text = sentences.map((sentence) => sentence.text).join('\n');
    return [
      ...(expected.reason === undefined || handoff.reason?.includes(expected.reason)
        ? []
        : [finding(`The reason is "${handoff.reason}", expected "${expected.reason}".`)]),
      ...expected['summary must mention']
        .filter((anyOf) => !anyOf.some((fact) => states(text, fact)))
        .map((anyOf) =>
          finding(`The summary does not mention ${anyOf.map((fact) => `"${fact}"`).join(' or ')}.`),
        ),
      ...expected['summary must not mention']
        .filter((fact) => states(text, fact))
        .map((fact) => finding(`The summary mentions "${fact}".`)),
      ...unsupported(evidence, sentences),
    ];
  },
};

type Sentences = NonNullable<Evidence['handoff']['summary']>['sentences'];

/** Every sentence points at something that is there, and says no figure that nothing bears out. */
function unsupported(evidence: Evidence, sentences: Sentences): Finding[] {
  const caseFacts = evidence.changes
    .filter((change) => change.kind === 'new case' || change.kind === 'changed case')
    .map((change) => JSON.stringify(change.facts));
  const sources = [evidence.told, ...sourcesIn(evidence.happenings), ...caseFacts];
  return sentences.flatMap((sentence) => {
    const lost = sentence.sources.find(
      (source) => source.kind === 'entry' && !evidence.handoff.entries.includes(source.id),
    );
    const missing = ungroundedNumbers(sentence.text, sources, 'en');
    return [
      ...(lost
        ? [finding(`The summary points at entry ${lost.id}, which is not there: "${sentence.text}".`)]
        : []),
      ...(missing.length > 0
        ? [finding(`The summary says what nothing bears out (${missing.join(', ')}): "${sentence.text}".`)]
        : []),
    ];
  });
}

const finding = (says: string): Finding => ({ grader: 'handoff', says });
