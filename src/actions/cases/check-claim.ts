import type { ClaimCheck, Verdict } from '#domain/claim-check.ts';
import { missingInWords } from '#domain/missing-evidence.ts';
import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { ValidationView } from '#domain/views/validation-view.ts';
import { invoiceByNumber } from '#storage/billing/invoices.ts';
import { addEvent, eventsOf } from '#storage/cases/case-events.ts';
import { type CaseRecord, itemsOf } from '#storage/cases/cases.ts';
import type { Service } from '../service.ts';
import { checkItem } from './gather-evidence.ts';

export type CaseCheck = {
  readonly verdict: Verdict;
  readonly lines: readonly (ClaimCheck & { readonly description: string })[];
};

/** Checks every disputed line of a case against the records as they are now. Writes nothing. */
export async function checkCase(service: Service, record: CaseRecord): Promise<CaseCheck> {
  const invoice =
    record.invoiceNumber === undefined ? undefined : await invoiceByNumber(service.db, record.invoiceNumber);
  if (!invoice)
    throw new Refusal(
      'not-possible',
      `Case ${record.number} disputes no invoice, so there is nothing to check.`,
    );
  const items = await itemsOf(service.db, [record.id]);
  const lines = await Promise.all(
    items.map(async (item) => {
      const check = await checkItem(service, invoice, item);
      return check ? [{ ...check, description: item.description }] : [];
    }),
  );
  return { verdict: together(lines.flat().map((line) => line.verdict)), lines: lines.flat() };
}

/** The check as people see it, with a line on the team's timeline when it says something new. */
export async function checkClaimOfCase(
  service: Service,
  record: CaseRecord,
  by: Person,
): Promise<ValidationView> {
  const { verdict, lines } = await checkCase(service, record);
  const now = service.now();
  const text = lines
    .map((line) => `Line ${line.line}: ${line.verdict.replaceAll('_', ' ')}. ${line.rule}.`)
    .join(' ');
  const last = (await eventsOf(service.db, record.id, 'team')).findLast(({ kind }) => kind === 'checked');
  if (last?.text !== text) {
    await addEvent(service.db, {
      id: service.newId(),
      caseId: record.id,
      at: now,
      kind: 'checked',
      audience: 'team',
      byName: by.name,
      byPerson: by.id,
      text,
      data: { verdict },
    });
  }
  return {
    caseNumber: record.number,
    invoiceNumber: record.invoiceNumber ?? '',
    verdict,
    checkedAt: now.toISOString(),
    lines: lines.map(({ price: _, missing, sources, ...line }) => ({
      ...line,
      missing: missing.map(missingInWords),
      sources: [...sources],
    })),
  };
}

/** Of several lines: all alike, or partly when something is borne out, or open when something is. */
function together(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  if (first === undefined) return 'inconclusive';
  if (verdicts.every((verdict) => verdict === first)) return first;
  if (verdicts.some((verdict) => verdict === 'validated' || verdict === 'partly_validated'))
    return 'partly_validated';
  return 'inconclusive';
}
