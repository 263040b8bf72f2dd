import { reasonOf } from '#domain/dispute-reasons.ts';
import type { CaseRecord, DisputeItemRecord } from '#storage/cases/cases.ts';

/** What a case is about in words that can be compared: reason, goods, story and outcome; no names, no addresses. */
export function caseText(record: CaseRecord, items: readonly DisputeItemRecord[]): string {
  const reason = record.reasonCode === undefined ? record.caseType : reasonOf(record.reasonCode).label.en;
  const goods = items.map(
    (item) => `${item.description}: ${item.disputedQuantity} of ${item.invoicedQuantity}`,
  );
  return withoutPersonalData(
    [reason, record.shortDescription, ...goods, record.resolutionNotes ?? '']
      .filter((part) => part !== '')
      .join('\n'),
  );
}

const withoutPersonalData = (text: string) =>
  text
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '(e-mail)')
    .replace(/\+?\d[\d ()/-]{8,}\d/g, '(number)')
    .replace(/\b(Mr|Mrs|Ms|Herr|Frau|Dr)\.? \p{Lu}\p{L}+/gu, '(name)');
