import type { Finding } from './claim-check.ts';
import type { ClaimFigures } from './claim-figures.ts';
import type { DisputeReasonCode } from './dispute-reason.ts';
import { excessOver, isZero, largest, smallest } from './quantity.ts';

/** Goods the customer refused or sent back, against written rejections, booked returns and earlier credits. */
export function returnedGoods(figures: ClaimFigures, reasonCode: DisputeReasonCode): Finding {
  const { invoiced, claimed, disputed, delivered, inTransit, returned, rejected, alreadyCredited } = figures;
  const onlyReturns = reasonCode === 'GOODS_RETURNED';
  // The same goods may be rejected on arrival and then sent back: the larger figure counts, never both.
  const proven = onlyReturns ? returned : largest(returned, rejected);
  const record = onlyReturns
    ? `${returned} booked as returned`
    : `${rejected} rejected in writing, ${returned} returned`;
  const proof = { what: onlyReturns ? 'return_receipt' : 'inspection' } as const;
  const wanted = isZero(disputed) && claimed !== undefined ? excessOver(invoiced, claimed) : disputed;
  if (isZero(wanted)) return { verdict: 'not_validated', supported: '0', rule: 'The claim disputes nothing' };
  if (isZero(proven))
    return { verdict: 'inconclusive', supported: '0', rule: `${record} so far`, missing: [proof] };

  const supported = smallest(
    wanted,
    excessOver(proven, alreadyCredited),
    excessOver(invoiced, alreadyCredited),
  );
  if (supported === wanted) return { verdict: 'validated', supported, rule: `${record}, ${wanted} claimed` };

  const netted = isZero(alreadyCredited) ? '' : `, ${alreadyCredited} credited already`;
  const rule = `${record}${netted}: ${supported} of ${wanted} claimed are borne out`;
  const creditForMissing = !isZero(alreadyCredited) && !isZero(excessOver(invoiced, delivered, inTransit));
  if (creditForMissing) {
    const credits = figures.credits.map((credit) => credit.number).join(', ');
    return {
      verdict: isZero(supported) ? 'inconclusive' : 'partly_validated',
      supported,
      rule: `${rule}; ${credits} may be for goods that never arrived`,
      missing: [{ what: 'purpose_of_credit', of: credits }],
    };
  }
  if (!isZero(supported))
    return { verdict: 'partly_validated', supported, rule, missing: [{ ...proof, forTheRest: true }] };
  const allCredited = isZero(excessOver(wanted, proven)) || isZero(excessOver(invoiced, alreadyCredited));
  return allCredited
    ? { verdict: 'not_validated', supported, rule }
    : { verdict: 'inconclusive', supported, rule, missing: [{ ...proof, forTheRest: true }] };
}
