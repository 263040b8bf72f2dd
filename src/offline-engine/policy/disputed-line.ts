import Big from 'big.js';
import type { InvoiceLineView, InvoiceView } from '#domain/views/invoice-view.ts';
import { byGoods } from '../meaning/options.ts';
import type { Request, State } from '../memory/state.ts';
import { sameDocument } from '../values/documents.ts';
import { englishNames } from '../words/goods-in-english.ts';
import { isGoodsAnywhere } from '../words/goods-words.ts';
import { anyOf } from '../words/words.ts';
import { type Reason, reasons } from './actions.ts';
import type { Said, Turn } from './plan.ts';

const otherFee = anyOf('requests', 'other-fee');
const unit = anyOf('cues', 'unit');
const only = (lines: readonly InvoiceLineView[]): number | undefined =>
  lines.length === 1 ? lines[0]?.line : undefined;

/** The line a dispute is about: named, meant by its words, its quantity, its kind, or the one talked about. */
export function lineInDispute(
  request: Request,
  invoice: InvoiceView,
  { state }: Turn,
  reason: Reason | undefined,
): number | undefined {
  const { slots, text } = request;
  if (slots.line !== undefined) return slots.line === -1 ? invoice.lines.at(-1)?.line : slots.line;
  if (reason?.line === 'no') return undefined;
  // "Your last delivery was short" does not mean the line "Delivery": charges are neither short nor damaged.
  const countable = invoice.lines.filter(({ kind }) => !reason?.quantity || kind === 'goods');
  const options = countable.map((line) => ({
    type: 'line' as const,
    id: String(line.line),
    label: line.description,
    goods: line.kind === 'goods',
  }));
  const named = byGoods(slots.product, text, options);
  if (named) return Number(named.id);
  const { kind } = reason ?? {};
  if (kind) return isOtherCharge(invoice, text) ? undefined : only(ofKind(invoice, kind));
  const billed = only(
    invoice.lines.filter(({ quantity }) => slots.billed !== undefined && new Big(quantity).eq(slots.billed)),
  );
  if (billed !== undefined) return billed;
  const goods = invoice.lines.filter((line) => line.kind === 'goods');
  const isOther = slots.reason !== 'wrong_item' && isOnNone(invoice, request, state.context.language);
  if (reason?.line === 'needed' && goods.length === 1 && !isOther) return only(goods);
  const { context } = state;
  if (
    reason?.line === 'needed' &&
    slots.product === undefined &&
    context.line !== undefined &&
    context.invoice &&
    sameDocument(context.invoice, invoice.number)
  )
    return context.line;
  const { delivered } = slots;
  return delivered === undefined
    ? undefined
    : only(goods.filter(({ quantity }) => new Big(quantity).gt(delivered)));
}

const ofKind = ({ lines }: InvoiceView, kind: string): InvoiceLineView[] =>
  lines.filter((line) => line.kind === kind);

/** "The restocking fee", where no line is one. */
function isOtherCharge({ lines }: InvoiceView, text: string): boolean {
  const named = otherFee.exec(text)?.[0];
  return named !== undefined && !lines.some(({ description }) => sharesWord(named, description));
}

/** Whether a charge is disputed that is on no line. */
const isChargeOnNone = (invoice: InvoiceView, { slots, text }: Request): boolean => {
  const kind = slots.reason && reasons[slots.reason]?.kind;
  return kind !== undefined && (ofKind(invoice, kind).length === 0 || isOtherCharge(invoice, text));
};

/** Whether goods were named that are on no line; in another language only where their English name is known. */
function isOnNone({ lines }: InvoiceView, { slots }: Request, language: string): boolean {
  // "8 packs" names no goods.
  const said = slots.product?.match(/\p{L}{3,}/gu) ?? [];
  const words = said.every((word) => unit.test(word)) ? [] : said;
  const named = words.filter((word) => isGoodsAnywhere(word.toLowerCase()));
  const known = language === 'en' ? named : englishNames(words);
  const isOnLine = lines.some(({ description }) => known.some((word) => sharesWord(word, description)));
  return known.length > 0 && !isOnLine;
}

const sharesWord = (name: string, description: string): boolean => {
  const label = description.toLowerCase();
  return (name.toLowerCase().match(/\p{L}{3,}/gu) ?? []).some((word) =>
    label.includes(word.slice(0, Math.max(3, word.length - 2))),
  );
};

/** Asks for the line, with all there are; what was just told of the quantity is noted. */
export const askLine = (invoice: InvoiceView, request: Request, { say, state }: Turn): Said => {
  const { number, currency, lines } = invoice;
  const told = toldQuantity(request, state);
  const words = [
    ...(told === undefined ? [] : [say('noted.quantity', { quantity: told })]),
    ...(isOnNone(invoice, request, state.context.language) ? [say('line.none', { number })] : []),
    ...(isChargeOnNone(invoice, request) ? [say('line.nocharge', { number })] : []),
    say('ask.line', { number, currency, items: lines }),
  ];
  return { say: words.join(' '), ask: 'line' };
};

/** Units in dispute that the message just answered tells. */
const toldQuantity = ({ slots }: Request, { trace }: State): string | undefined =>
  [slots.claimed, slots.quantity].find(
    (told) =>
      told !== undefined && trace.some((act) => act.slots.claimed === told || act.slots.quantity === told),
  );
