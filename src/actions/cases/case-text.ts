import { reasonOf } from '#domain/dispute-reasons.ts';
import { disputedLineInWords } from '#domain/in-words.ts';
import type { CaseRecord, DisputeItemRecord } from '#storage/cases/cases.ts';

/** What a case is about in words that can be compared: reason, goods, story and outcome; no names, no addresses. */
export function caseText(record: CaseRecord, items: readonly DisputeItemRecord[]): string {
  const reason = record.reasonCode === undefined ? record.caseType : reasonOf(record.reasonCode).label.en;
  const goods = items.map(
    (item) => `${item.description}: ${item.disputedQuantity} of ${item.invoicedQuantity}`,
  );
  return withoutPersonalData(
    [reason, storyOf(record, items, reason), ...goods, record.resolutionNotes ?? '']
      .filter((part) => part !== '')
      .join('\n'),
  );
}

/** What people told of the case; where the description only names reason, goods and invoice, the claim in a whole sentence compares better. */
function storyOf(record: CaseRecord, items: readonly DisputeItemRecord[], reason: string): string {
  const { shortDescription, invoiceNumber, channel } = record;
  const [item] = items;
  const isTold =
    channel === 'import' || invoiceNumber === undefined || !shortDescription.includes(invoiceNumber);
  return isTold || !item ? shortDescription : `${reason}: ${disputedLineInWords(item, invoiceNumber)}`;
}

const withoutPersonalData = (text: string) =>
  text
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '(e-mail)')
    .replace(/\+?\d[\d ()/-]{8,}\d/g, '(number)')
    .replace(/\b(Mr|Mrs|Ms|Herr|Frau|Dr)\.? \p{Lu}\p{L}+/gu, '(name)');
