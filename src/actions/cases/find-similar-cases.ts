import type { DisputeReasonCode } from '#domain/dispute-reason.ts';
import { reasonOf } from '#domain/dispute-reasons.ts';
import { moneyInWords } from '#domain/in-words.ts';
import { decimalFromMinor } from '#domain/money.ts';
import { subtractQuantity } from '#domain/quantity.ts';
import type { SimilarCase, SimilarCasesView } from '#domain/views/validation-view.ts';
import { type CaseRecord, type DisputeItemRecord, itemsOf, listCases } from '#storage/cases/cases.ts';
import { allAccounts } from '#storage/parties/accounts.ts';
import type { Service } from '../service.ts';
import { caseText } from './case-text.ts';

const most = 5;

/**
 * Up to five resolved cases like this one, the same account's first among equals. Each search ranks only rows the filter allows:
 * the account's own exactly, then all accounts'.
 */
export async function findSimilarCases(service: Service, record: CaseRecord): Promise<SimilarCasesView> {
  const { db, knowledge } = service;
  const items = await itemsOf(db, [record.id]);
  const text = caseText(record, items);
  const own = await knowledge.similarCases(text, { accountId: record.accountId, except: record.id }, most);
  const all = await knowledge.similarCases(text, { except: record.id }, most * 4);
  const scores = new Map([...all, ...own].map((near) => [near.id, near.score]));
  const found = await listCases(db, { ids: [...scores.keys()], limit: scores.size });
  const itemsOfFound = await itemsOf(
    db,
    found.map((one) => one.id),
  );
  const names = new Map((await allAccounts(db)).map((account) => [account.id, account.name]));
  const cases = found
    .filter((one) => one.state === 'closed' && one.resolutionCode !== undefined)
    .map((one) => ({ one, rank: (scores.get(one.id) ?? 0) + bonus(record, one) }))
    .sort((a, b) => b.rank - a.rank || a.one.number.localeCompare(b.one.number))
    .slice(0, most)
    .map(({ one }) =>
      similar(
        record,
        items,
        one,
        itemsOfFound.filter((item) => item.caseId === one.id),
        names.get(one.accountId) ?? one.accountId,
        scores.get(one.id) ?? 0,
      ),
    );
  return { caseNumber: record.number, cases, searched: scores.size, tally: tallyOf(cases) };
}

/** The same reason and the same customer tell more than a little likeness of words. */
const bonus = (a: CaseRecord, b: CaseRecord) =>
  (a.reasonCode === b.reasonCode ? 0.15 : 0) + (a.accountId === b.accountId ? 0.1 : 0);

function similar(
  record: CaseRecord,
  items: readonly DisputeItemRecord[],
  other: CaseRecord,
  otherItems: readonly DisputeItemRecord[],
  account: string,
  score: number,
): SimilarCase {
  const [item] = otherItems;
  const currency = other.currency ?? 'EUR';
  const approved = other.approvedMinor ?? 0;
  const sameReason = record.reasonCode === other.reasonCode;
  const sameAccount = record.accountId === other.accountId;
  const sameItem = otherItems.find((one) => items.some((mine) => mine.description === one.description));
  const label = (code: DisputeReasonCode | undefined) =>
    code === undefined ? 'no reason' : reasonOf(code).label.en;
  return {
    caseNumber: other.number,
    sameAccount,
    sameReason,
    sameGoods: sameItem !== undefined,
    account,
    reasonCode: other.reasonCode ?? 'UNKNOWN',
    shortDescription: other.shortDescription,
    ...(item?.claimedQuantity === undefined ? {} : { claimed: item.claimedQuantity }),
    ...(item ? { delivered: deliveredOf(item) } : {}),
    resolutionCode: other.resolutionCode ?? 'information_provided',
    resolutionNotes: other.resolutionNotes ?? '',
    amount: decimalFromMinor(approved, currency),
    currency,
    daysToClose: daysBetween(other.openedAt, other.closedAt ?? other.openedAt),
    score: Math.round(score * 100) / 100,
    whySimilar: [
      ...(sameReason ? [`Same reason: ${label(record.reasonCode)}`] : []),
      ...(sameAccount ? ['Same customer'] : []),
      ...(sameItem ? [`Same goods: ${sameItem.description}`] : []),
      ...(!sameReason && !sameAccount && !sameItem ? ['Told in similar words'] : []),
    ],
    whatDiffers: [
      ...(sameReason ? [] : [`Reason was ${label(other.reasonCode)}`]),
      ...(sameAccount ? [] : [`Another customer: ${account}`]),
      ...(sizeDiffers(record, other)
        ? [`Amount in dispute was ${moneyInWords(other.disputedMinor ?? 0, currency)}`]
        : []),
    ],
  };
}

const deliveredOf = (item: DisputeItemRecord) =>
  subtractQuantity(item.invoicedQuantity, item.approvedQuantity ?? '0');

function sizeDiffers(a: CaseRecord, b: CaseRecord): boolean {
  if (a.currency !== b.currency) return true;
  const [small = 0, large = 0] = [a.disputedMinor ?? 0, b.disputedMinor ?? 0].sort((x, y) => x - y);
  return large > small * 2;
}

function tallyOf(cases: readonly SimilarCase[]): SimilarCasesView['tally'] {
  const counts = new Map<string, number>();
  for (const { resolutionCode } of cases) counts.set(resolutionCode, (counts.get(resolutionCode) ?? 0) + 1);
  return [...counts]
    .map(([resolutionCode, count]) => ({ resolutionCode, count }))
    .sort((a, b) => b.count - a.count);
}

const daysBetween = (from: Date, to: Date) =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 86_400_000));
