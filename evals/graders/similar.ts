import type { SimilarCasesView } from '#domain/views/validation-view.ts';
import type { Finding, Grader } from '#evals/runner/evidence.ts';
import { factMismatch } from './same-value.ts';

/** Which resolved cases were found, in the last search. */
export const similarCasesGrader: Grader = {
  name: 'similar cases',
  holdsForAnyModel: false,
  grade({ scenario, similar }) {
    const expected = scenario.expect['similar cases'];
    if (!expected) return [];
    const found = similar.at(-1);
    if (!found) return [finding('Nobody searched for similar cases.')];
    const first = found.cases.slice(0, 3);
    const wanted = expected['each of the first 3'];
    return [
      ...expected['among the first 3']
        .filter((number) => !first.some((one) => one.caseNumber === number))
        .map((number) => finding(`${number} is not among the first 3 (${numbers(first)}).`)),
      ...(wanted ? first.flatMap((one) => differs(one, wanted)) : []),
      ...(wanted && first.length < 3 ? [finding(`Only ${first.length} similar cases were found.`)] : []),
      ...expected.never
        .filter((number) => found.cases.some((one) => one.caseNumber === number))
        .map((number) => finding(`${number} was found and never should be.`)),
      ...(found.cases.length > expected['at most']
        ? [finding(`${found.cases.length} cases were shown.`)]
        : []),
    ];
  },
};

type Found = SimilarCasesView['cases'];

function differs(one: Found[number], wanted: Parameters<typeof factMismatch>[0]): Finding[] {
  const facts = { reason: one.reasonCode, account: one.account, resolution: one.resolutionCode };
  const mismatch = factMismatch(wanted, facts);
  return mismatch === undefined ? [] : [finding(`${one.caseNumber}: ${mismatch}.`)];
}

const numbers = (cases: Found) => cases.map((one) => one.caseNumber).join(', ') || 'none';
const finding = (says: string): Finding => ({ grader: 'similar cases', says });
