import type { LineKind } from '#domain/invoice.ts';

export const lineKinds: readonly LineKind[] = ['goods', 'freight', 'deposit', 'service', 'surcharge'];

const words: readonly { readonly kind: LineKind; readonly says: RegExp }[] = [
  {
    kind: 'freight',
    says: /\b(freight|shipping|delivery (charge|fee|cost)|carriage|postage|fracht|versand\w*|porto|transport)/i,
  },
  { kind: 'deposit', says: /\b(deposit|pfand|leergut|statiegeld)/i },
  { kind: 'surcharge', says: /\b(surcharge|zuschlag|handling|minimum order|mindermengen\w*)|\w+zuschlag\b/i },
];

// Hours, days, weeks, months, years, jobs, persons: nobody delivers these on a pallet.
const serviceUnits = new Set(['HUR', 'MIN', 'DAY', 'WEE', 'MON', 'ANN', 'QAN', 'E49', 'E51', 'IE', 'E48']);

export const isLineKind = (text: string): text is LineKind => lineKinds.some((kind) => kind === text);

/** What a line bills, judged by its words and unit when the document does not say it; goods when in doubt. */
export function likelyLineKind(description: string, unitCode: string): LineKind {
  const said = words.find(({ says }) => says.test(description));
  return said?.kind ?? (serviceUnits.has(unitCode) ? 'service' : 'goods');
}
