import type { Understanding } from '../understand.ts';
import type { LabelledMessage } from './corpus.ts';

/** How many of how many. */
export type Share = { right: number; of: number };

/** How messages were read, against their labels. */
export type Accuracy = {
  readonly customer: Share;
  readonly rep: Share;
  /** Messages with several requests, all of them found. */
  readonly several: Share;
  /** Values: those of the label that were read the same, of those labelled or read. */
  readonly slots: Share;
  readonly documents: Share;
  readonly quantities: Share;
  /** Messages with every intent and every value right. */
  readonly whole: Share;
  /** Messages answered at once, without asking back, for another request than was made. */
  readonly wrongAtOnce: Share;
  /** What is not ours and asks for nothing of ours beside, taken for a request of ours. */
  readonly foreignTaken: Share;
  /** Requests of ours, taken for not ours. */
  readonly refused: Share;
  /** "invoice.find > oos", with how often. */
  readonly confused: Map<string, number>;
};

const share = (): Share => ({ right: 0, of: 0 });
const documents = new Set(['invoice', 'invoices', 'po', 'case']);
const quantities = new Set(['billed_qty', 'delivered_qty', 'claimed_qty']);
const isTask = (intent: string): boolean =>
  /^(?:invoice\.|balance|statement|payment\.|due\.|billing\.|dispute\.|case\.|human|rep\.)/.test(intent);
/** These are read back for a yes before anything happens, whatever was understood. */
const asksFirst = /^(?:dispute\.open|case\.add_info|human|rep\.(?:credit|reorder|reject)|due\.|billing\.)/;
/** From this confidence on the engine acts without saying what it understood. */
const acts = 0.8;

export const noAccuracy = (): Accuracy => ({
  customer: share(),
  rep: share(),
  several: share(),
  slots: share(),
  documents: share(),
  quantities: share(),
  whole: share(),
  wrongAtOnce: share(),
  foreignTaken: share(),
  refused: share(),
  confused: new Map(),
});

/** Adds one message and how it was read. */
export function count(accuracy: Accuracy, message: LabelledMessage, read: Understanding): void {
  const wanted = [...message.intents].sort().join('+');
  const got = [...read.intents].sort().join('+');
  const isRight = wanted === got;
  add(accuracy[message.side], isRight);
  if (message.intents.length > 1) add(accuracy.several, isRight);
  if (!isRight)
    accuracy.confused.set(`${wanted} > ${got}`, (accuracy.confused.get(`${wanted} > ${got}`) ?? 0) + 1);
  if (message.intents.includes('oos')) {
    // Who asks for something of ours beside what is not is answered: only what is foreign alone can be taken wrongly.
    if (!message.intents.some(isTask)) add(accuracy.foreignTaken, read.intents.some(isTask));
    return;
  }
  if (message.intents.some(isTask)) {
    add(accuracy.refused, read.intents.includes('oos'));
    const atOnce = read.intents.some((intent) => isTask(intent) && !asksFirst.test(intent));
    add(accuracy.wrongAtOnce, !isRight && atOnce && read.confidence >= acts);
  }
  let areSlotsRight = true;
  for (const key of new Set([...Object.keys(message.slots), ...Object.keys(read.slots)])) {
    const isSame = sameValue(key, message.slots[key], read.slots[key]);
    areSlotsRight &&= isSame;
    add(accuracy.slots, isSame);
    if (documents.has(key)) add(accuracy.documents, isSame);
    if (quantities.has(key)) add(accuracy.quantities, isSame);
  }
  add(accuracy.whole, isRight && areSlotsRight);
}

function add(to: Share, isRight: boolean): void {
  to.of += 1;
  if (isRight) to.right += 1;
}

/** Documents are the same with and without their usual prefix; goods with and without their unit words. */
export function sameValue(key: string, wanted: unknown, got: unknown): boolean {
  if (wanted === undefined || got === undefined) return false;
  const [a, b] = [plainValues(key, wanted), plainValues(key, got)];
  if (key !== 'product') return a.join('|') === b.join('|');
  return a.length === b.length && a.every((one, at) => lastWord(one) === lastWord(b[at] ?? ''));
}

const lastWord = (text: string): string => text.split(' ').at(-1) ?? '';

const plainValues = (key: string, value: unknown): string[] =>
  [value]
    .flat()
    .map((one) => String(one).trim().toUpperCase())
    .map((one) => (documents.has(key) ? one.replace(/^(?:#|INV|CASE|PO)[-\s#]*/, '') : numberOr(one)))
    .sort();

const numberOr = (text: string): string => (/^-?\d+(?:\.\d+)?$/.test(text) ? String(Number(text)) : text);
