import type { Card } from '#domain/views/log-entry.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown) => typeof value === 'string';
const isList = (value: unknown, isItem: (item: unknown) => boolean) =>
  Array.isArray(value) && value.every(isItem);
const hasTexts = (value: unknown, names: readonly string[]) =>
  isObject(value) && names.every((name) => isText(value[name]));

const isSummary = (value: unknown) => hasTexts(value, ['number', 'currency', 'total', 'dueDate', 'status']);

const isDrawnAs: Readonly<Record<Card['kind'], (card: Record<string, unknown>) => boolean>> = {
  invoice: ({ invoice }) =>
    isSummary(invoice) &&
    isObject(invoice) &&
    isList(invoice.lines, (line) => hasTexts(line, ['description', 'quantity', 'unitPrice', 'net'])),
  invoice_list: ({ invoices }) => isList(invoices, isSummary),
  case: ({ case: record }) => hasTexts(record, ['caseNumber', 'state', 'shortDescription', 'nextStep']),
  confirmation: ({ confirmation }) =>
    isObject(confirmation) &&
    isText(confirmation.id) &&
    isObject(confirmation.facts) &&
    isList(confirmation.facts.items, (item) => hasTexts(item, ['description', 'disputedQuantity'])),
  resolution: (card) => hasTexts(card, ['caseNumber', 'resolutionCode']),
  links: (card) => hasTexts(card, ['number', 'pdfUrl', 'xmlUrl', 'expiresAt']),
};

/** Whether this screen can draw the card; one of a kind or form it does not know is shown as its `text`. */
export function isDrawable(card: Card): boolean {
  const fits = Object.entries(isDrawnAs).find(([kind]) => kind === card.kind)?.[1];
  return fits?.({ ...card }) ?? false;
}

/** A link we may follow: ours or a secure one, never a script. */
export function safeLink(url: string | undefined, base: string): string | undefined {
  if (url === undefined) return undefined;
  const target = URL.parse(url, base);
  return target && ['https:', 'http:'].includes(target.protocol) ? target.href : undefined;
}
