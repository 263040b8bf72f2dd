import type { Finding, Grader } from '#evals/runner/evidence.ts';
import type { RecordChange } from '#evals/runner/record-changes.ts';
import { changeKinds, type ExpectedFacts } from '#evals/runner/scenario.ts';
import { factMismatch } from './same-value.ts';

/** What the records show at the end: everything that was expected, and nothing else. */
export const dataGrader: Grader = {
  name: 'data',
  holdsForAnyModel: true,
  grade({ scenario, changes }) {
    const { data } = scenario.expect;
    const left = [...changes];
    const missing = changeKinds.flatMap((kind) =>
      (data[kind] ?? []).flatMap((facts) => take(kind, facts, left)),
    );
    const allowed = new Set<string>(data['may also']);
    const more = left
      .filter((change) => !allowed.has(change.kind))
      .map((change) => finding(`Not expected: ${changeInWords(change)}.`));
    return [...missing, ...more];
  },
};

/** Takes the change that was expected out of those that are left; a near miss is told by its first difference. */
function take(kind: string, expected: ExpectedFacts, left: RecordChange[]): Finding[] {
  const sameKind = left.filter((change) => change.kind === kind);
  const fitting = sameKind.find((change) => factMismatch(expected, change.facts) === undefined);
  const nearest = fitting ?? sameKind[0];
  if (!nearest) return [finding(`Expected a ${kind} (${factsInWords(expected)}), and there is none.`)];
  left.splice(left.indexOf(nearest), 1);
  const mismatch = factMismatch(expected, nearest.facts);
  return mismatch === undefined ? [] : [finding(`The ${kind} is not as expected: ${mismatch}.`)];
}

export const changeInWords = ({ kind, facts }: RecordChange): string => `${kind} (${factsInWords(facts)})`;

const factsInWords = (facts: RecordChange['facts']): string =>
  Object.entries(facts)
    .map(([name, fact]) => `${name} ${typeof fact === 'string' ? fact.slice(0, 80) : JSON.stringify(fact)}`)
    .join(', ');

const finding = (says: string): Finding => ({ grader: 'data', says });
