import type { Finding } from './claim-check.ts';
import type { ClaimFigures, Counted } from './claim-figures.ts';
import { dayInWords } from './in-words.ts';
import type { MissingEvidence } from './missing-evidence.ts';
import { addQuantities, excessOver, isZero, smallest } from './quantity.ts';

/** Goods billed that the customer says did not arrive, against delivery notes, receipts and earlier credits. */
export function shortDelivery(figures: ClaimFigures): Finding {
  const { invoiced, billedElsewhere, claimed, delivered, inTransit, alreadyCredited, credits } = figures;
  const notes = [...figures.signed, ...figures.unsigned];
  if (notes.length === 0 && figures.onTheWay.length === 0) {
    return {
      verdict: 'inconclusive',
      supported: '0',
      rule: 'There is no delivery record for this line',
      missing: [{ what: 'delivery_note' }],
    };
  }
  const missing = claimed === undefined ? figures.disputed : excessOver(invoiced, claimed);
  const billed = addQuantities([invoiced, billedElsewhere]);
  const gap = smallest(invoiced, excessOver(billed, delivered, inTransit));
  const short = excessOver(gap, alreadyCredited);
  if (isZero(missing)) {
    return {
      verdict: 'not_validated',
      short,
      supported: '0',
      rule: `By the claim all ${invoiced} arrived: nothing is missing`,
    };
  }
  const supported = smallest(missing, short);
  const unproven = excessOver(missing, supported);
  const together = isZero(billedElsewhere) ? '' : `, ${billed} with other invoices`;
  const record = `${invoiced} billed${together}, ${delivered} delivered${named(notes)}`;
  const netted = isZero(alreadyCredited) ? '' : `, ${alreadyCredited} credited already${named(credits)}`;
  if (isZero(unproven)) {
    const claimedLess = short === supported ? '' : `, of which ${supported} are claimed`;
    return {
      verdict: 'validated',
      short,
      supported,
      rule: `${record}${netted}: ${short} short${claimedLess}${onTheWay(figures)}`,
    };
  }
  const doubts = doubtsAbout(figures, unproven, gap);
  if (doubts.length > 0) {
    return {
      verdict: isZero(supported) ? 'inconclusive' : 'partly_validated',
      short,
      supported,
      rule: `${record}${netted}: ${doubts.map((doubt) => doubt.rule).join('; ')}`,
      missing: doubts.map((doubt) => doubt.missing),
    };
  }
  if (!isZero(supported)) {
    return {
      verdict: 'partly_validated',
      short,
      supported,
      rule: `${record}${netted}: ${supported} of ${missing} claimed are short`,
    };
  }
  const counted = figures.received === undefined || figures.received === delivered;
  const receipt = counted ? '' : `; the receipt counts ${figures.received} but reported nothing short`;
  const reason = isZero(alreadyCredited)
    ? `${record} and signed for: nothing is missing`
    : `${record}${netted}: nothing more is missing`;
  return { verdict: 'not_validated', short, supported, rule: `${reason}${receipt}` };
}

/** Why the part of a claim that no record supports cannot be denied either. */
function doubtsAbout(figures: ClaimFigures, unproven: string, gap: string) {
  const { inTransit, unsigned, reportedShort, shortReceipts, signed, alreadyCredited, credits } = figures;
  const doubts: { rule: string; missing: MissingEvidence }[] = [];
  if (!isZero(inTransit)) {
    doubts.push({
      rule: `${smallest(unproven, inTransit)} are still on their way${named(figures.onTheWay, 'due ')}`,
      missing: { what: 'arrival', of: listed(figures.onTheWay) },
    });
  }
  if (unsigned.length > 0) {
    doubts.push({
      rule: `${listed(unsigned)} has no signature`,
      missing: { what: 'signed_delivery_note', of: listed(unsigned) },
    });
  }
  if (!isZero(reportedShort) && signed.length > 0) {
    doubts.push({
      rule: `${listed(signed)} is signed for, but ${listed(shortReceipts)} reported ${reportedShort} short in writing`,
      missing: { what: 'carrier_answer', of: listed(shortReceipts) },
    });
  }
  const cameBack = !isZero(figures.returned) || !isZero(figures.rejected);
  if (cameBack && !isZero(alreadyCredited) && !isZero(gap)) {
    doubts.push({
      rule: `${listed(credits)} may be for goods that came back`,
      missing: { what: 'purpose_of_credit', of: listed(credits) },
    });
  }
  return doubts;
}

const onTheWay = (figures: ClaimFigures): string =>
  isZero(figures.inTransit)
    ? ''
    : `, ${figures.inTransit} still on their way${named(figures.onTheWay, 'due ')}`;

const listed = (documents: readonly Counted[]): string => documents.map((one) => one.number).join(', ');

/** Documents in brackets, each with its day. */
export const named = (documents: readonly Counted[], before = 'signed '): string => {
  if (documents.length === 0) return '';
  const words = documents.map((one) =>
    one.at ? `${one.number}, ${before}${dayInWords(one.at.slice(0, 10))}` : one.number,
  );
  return ` (${words.join('; ')})`;
};
