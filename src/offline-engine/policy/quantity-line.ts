import Big from 'big.js';
import { byGoods } from '../meaning/options.ts';
import { countedIn } from '../meaning/rep-quantity.ts';
import type { Request } from '../memory/state.ts';
import { documentDigits, sameDocument } from '../values/documents.ts';
import { readValues } from '../values/read-values.ts';
import { englishNames } from '../words/goods-in-english.ts';
import { isSaid, type Plan, type Said, type Turn } from './plan.ts';
import { theInvoice } from './the-invoice.ts';
import { readCase } from './which-case.ts';

/**
 * The line a quantity, or half of what is in dispute or prepared, is meant for when the rep names none: the only one in dispute or in what was prepared, or the question which.
 * The number of the case's invoice is none. An invoice disputed as a whole is line 0 of its case; a quantity is then of one of the invoice's lines.
 */
export function* quantityLine(
  request: Request,
  turn: Turn,
): Plan<{ readonly line: number; readonly quantity: string } | Said | undefined> {
  const found = yield* readCase(request, turn);
  if (isSaid(found)) return found;
  const { say, state } = turn;
  const { items, caseNumber, invoiceNumber, currency } = found;
  const said = request.slots.claimed ?? request.slots.quantity;
  if (invoiceNumber && said === documentDigits(invoiceNumber)) return undefined;
  const before = state.preparedBefore;
  const prepared = before && sameDocument(before.caseNumber, caseNumber) ? before.lines : [];
  const isOf = isOfCounted(request, turn);
  const only = [items, prepared].find(
    (lines) => lines.length === 1 && lines[0]?.line !== 0 && isOf(lines[0]),
  )?.[0];
  const ofPrepared = prepared.find(({ line }) => line === only?.line)?.quantity;
  if (only) {
    const whole = ofPrepared ?? ('disputedQuantity' in only ? only.disputedQuantity : only.quantity);
    return { line: only.line, quantity: said ?? halfOf(whole) };
  }
  const options = items
    .filter(({ line }) => line !== 0)
    .map(({ disputedQuantity, disputed, ...item }) => ({
      ...item,
      quantity: disputedQuantity,
      net: disputed,
    }));
  const invoice = options.length === 0 && invoiceNumber ? yield* theInvoice(invoiceNumber, turn) : undefined;
  if (invoice && isSaid(invoice)) return invoice;
  const goods = invoice?.lines.filter(({ kind }) => kind === 'goods') ?? options;
  if (goods.length === 1 && goods[0] && isOf(goods[0]))
    return { line: goods[0].line, quantity: said ?? halfOf(goods[0].quantity) };
  return {
    say: say('ask.line', { number: invoiceNumber ?? caseNumber, currency, items: goods.map(shown) }),
    ask: 'line',
  };
}

/** "Credit line 2 too": what is in dispute of it, or that nothing is. */
export function* disputedOfLine(
  request: Request,
  line: number,
  turn: Turn,
): Plan<{ readonly line: number; readonly quantity: string } | Said> {
  const found = yield* readCase(request, turn);
  if (isSaid(found)) return found;
  const { items, caseNumber, invoiceNumber } = found;
  const item = items.find((one) => one.line === line);
  if (item) return { line, quantity: item.disputedQuantity };
  // Of an invoice that is disputed as a whole each line is.
  const isWhole = items.some((one) => one.line === 0) && invoiceNumber !== undefined;
  const invoice = isWhole ? yield* theInvoice(invoiceNumber, turn) : undefined;
  if (invoice && isSaid(invoice)) return invoice;
  const billed = invoice?.lines.find((one) => one.line === line);
  if (billed) return { line, quantity: billed.quantity };
  return { say: turn.say('rep.line.none', { line: String(line), caseNumber }) };
}

/** Half of some units, whole ones: less is given rather than more. */
const halfOf = (quantity: string): string => new Big(quantity).div(2).round(0, Big.roundDown).toFixed();

/** Whether a line is of the goods that the rep counts; "send 4 emails" is of none. */
function isOfCounted(
  { text }: Request,
  { state: { context } }: Turn,
): (line?: Pick<Shown, 'description'>) => boolean {
  const counted = countedIn(text);
  const { language, today } = context;
  if (counted === undefined || readValues(counted, { language, today }).toldReason !== undefined)
    return () => true;
  const names = [counted, ...englishNames([counted])];
  return (line) =>
    line !== undefined &&
    names.some((name) =>
      byGoods(name, '', [{ type: 'line', id: '1', label: line.description, goods: true }]),
    );
}

const shown = ({ line, description, quantity, unitCode, net }: Shown): Shown => ({
  line,
  description,
  quantity,
  unitCode,
  net,
});
type Shown = {
  readonly line: number;
  readonly description: string;
  readonly quantity: string;
  readonly unitCode: string;
  readonly net: string;
};
