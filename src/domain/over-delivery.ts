import type { Finding } from './claim-check.ts';
import type { ClaimFigures } from './claim-figures.ts';
import { named } from './delivery-claim.ts';
import type { MissingEvidence } from './missing-evidence.ts';
import { excessOver, isZero, smallest } from './quantity.ts';

/** More arrived than was ordered; only what was also billed can be credited. */
export function overDelivery(figures: ClaimFigures): Finding {
  const { invoiced, ordered, claimed, disputed, delivered, alreadyCredited } = figures;
  const notes = [...figures.signed, ...figures.unsigned];
  const open = (rule: string, missing: MissingEvidence): Finding => ({
    verdict: 'inconclusive',
    supported: '0',
    rule,
    missing: [missing],
  });
  if (ordered === undefined) return open('There is no order to compare the delivery with', { what: 'order' });
  if (notes.length === 0) return open('There is no delivery record for this line', { what: 'delivery_note' });
  const record = `${ordered} ordered, ${invoiced} billed, ${delivered} delivered${named(notes)}`;
  const tooMany = excessOver(delivered, ordered);
  const wanted = isZero(disputed) && claimed !== undefined ? excessOver(claimed, ordered) : disputed;
  if (isZero(tooMany)) {
    const unclear =
      !isZero(excessOver(invoiced, ordered)) || !isZero(figures.inTransit) || figures.unsigned.length > 0;
    return unclear
      ? open(`${record}: not more arrived than ordered, but the figures do not agree either`, {
          what: 'count',
        })
      : { verdict: 'not_validated', supported: '0', rule: `${record}: not more than ordered` };
  }
  const proven = smallest(wanted, tooMany);
  const supported = smallest(proven, excessOver(invoiced, ordered, alreadyCredited));
  return {
    verdict: proven === wanted ? 'validated' : 'partly_validated',
    supported,
    rule: `${record}: ${tooMany} more than ordered${isZero(supported) ? ', none of it billed' : ''}`,
  };
}
