import { SimilarCasesView, ValidationView } from '#domain/views/validation-view.ts';
import { caseDetails } from './case-facts.ts';
import { failure, isSaid, type Planner, resultOf } from './plan.ts';
import { tallyText } from './tell-rep.ts';
import { readCase } from './which-case.ts';

/** Makes sure which case is meant. */
export const planConfirmCase: Planner = function* (request, turn) {
  const found = yield* readCase(request, turn);
  if (isSaid(found)) return found;
  if (request.agreed) return { say: turn.say('rep.confirmed', { caseNumber: found.caseNumber }) };
  return { say: turn.say('rep.confirm', caseDetails(found, turn)), ask: 'confirmation' };
};

/** What is put right by a sum and not by goods; of the others the quantity is credited or sent. */
const remedies: Readonly<Record<string, readonly string[]>> = {
  price: ['PRICE_ERROR', 'CONTRACT_MISMATCH', 'DISCOUNT_ERROR'],
  charge: ['TAX_ERROR', 'FREIGHT_OR_CHARGE_ERROR', 'CALCULATION_ERROR'],
  whole: ['DUPLICATE_INVOICE', 'WRONG_INVOICE'],
  returned: ['GOODS_RETURNED', 'OVER_DELIVERY'],
};

/** Whether a claim is about a price or a charge, and not about how many goods came or how. */
export const isOfMoney = (reason: string): boolean =>
  [remedies.price, remedies.charge].some((codes) => codes?.includes(reason));

/** The reply with what to do about a claim of a reason. */
export function adviceOn(verdict: string, reason = ''): string {
  const remedy = Object.entries(remedies).find(([, codes]) => codes.includes(reason))?.[0];
  // What came back in part is credited in part.
  const isWhole = verdict === 'validated' || (verdict === 'partly_validated' && remedy !== 'returned');
  return remedy && isWhole ? `advice.${remedy}` : `advice.${verdict}`;
}

/** The way through a dispute: the case, similar ones, the check against the records, a suggestion. */
export const planResolve: Planner = function* (request, turn) {
  const { say } = turn;
  const found = yield* readCase(request, turn);
  if (isSaid(found)) return found;
  const input = turn.state.openCase === found.caseNumber ? {} : { caseNumber: found.caseNumber };
  const [similar, check] = yield [
    { tool: 'find_similar_cases', input },
    { tool: 'validate_dispute', input },
  ];
  const validation = check && resultOf(check, ValidationView);
  if (!check || !validation) return failure(check ?? { ok: true, result: undefined }, turn);
  const cases = similar && resultOf(similar, SimilarCasesView);
  return {
    say: say('rep.resolve', {
      ...caseDetails(found, turn),
      similar:
        cases && cases.cases.length > 0
          ? say('similar.brief', { count: cases.cases.length, tally: tallyText(cases, say) })
          : say('rep.similar.none'),
      check: `${say(`verdict.${validation.verdict}`)}. ${validation.lines.map(({ rule }) => rule).join(' ')}`,
      advice: say(adviceOn(validation.verdict, found.reasonCode)),
    }),
  };
};
