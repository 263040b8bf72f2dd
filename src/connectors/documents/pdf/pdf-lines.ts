import type { Quantity } from '#domain/quantity.ts';
import { isOnDocument } from '../document-charge-lines.ts';
import type { Figures } from './pdf-figures.ts';
import { freshPage, page } from './pdf-page.ts';
import { heightOf, type Pdf, rule, write } from './pdf-text.ts';
import type { PdfWords } from './pdf-words.ts';

/** A line as it is printed. */
export type PrintedLine = {
  readonly line: number;
  readonly itemId: string;
  readonly description: string;
  readonly note?: string;
  readonly quantity: Quantity;
  readonly unitPrice: string;
  readonly priceBaseQuantity: string;
  readonly netMinor: number;
  readonly taxRate: string;
};

type Column = { readonly x: number; readonly width: number; readonly align: 'left' | 'right' };
const columns = {
  line: { x: 56, width: 30, align: 'left' },
  description: { x: 88, width: 192, align: 'left' },
  quantity: { x: 284, width: 74, align: 'right' },
  price: { x: 362, width: 72, align: 'right' },
  taxRate: { x: 438, width: 34, align: 'right' },
  amount: { x: 474, width: 65, align: 'right' },
} as const satisfies Record<string, Column>;
const names = ['line', 'description', 'quantity', 'price', 'taxRate', 'amount'] as const;

const text = { size: 9 };
const small = { size: 7.5, colour: '#5a6472' };

/** The table of lines; its header is repeated on each page. Returns where the next content begins. */
export function lineTable(
  pdf: Pdf,
  lines: readonly PrintedLine[],
  words: PdfWords,
  figures: Figures,
  top: number,
): number {
  let y = tableHeader(pdf, words, top);
  for (const line of lines) {
    const details = [isOnDocument(line.itemId) ? '' : line.itemId, line.note].filter(Boolean).join(' · ');
    const { width } = columns.description;
    const height = heightOf(pdf, line.description, width, text) + heightOf(pdf, details, width, small) + 8;
    if (y + height > page.bottom) y = tableHeader(pdf, words, freshPage(pdf));
    const unit = words.units[line.quantity.unitCode] ?? line.quantity.unitCode;
    const base =
      line.priceBaseQuantity === '1' ? '' : ` ${words.perUnits} ${figures.decimal(line.priceBaseQuantity)}`;
    const cells = {
      line: String(line.line),
      description: line.description,
      quantity: `${figures.decimal(line.quantity.value)} ${unit}`,
      price: `${figures.price(line.unitPrice)}${base}`,
      taxRate: figures.percent(line.taxRate),
      amount: figures.money(line.netMinor),
    };
    const ends = names.map((name) =>
      write(pdf, cells[name], { ...columns[name], y }, text, columns[name].align),
    );
    const described = ends[names.indexOf('description')] ?? y;
    const bottom =
      details === '' ? described : write(pdf, details, { ...columns.description, y: described }, small);
    y = Math.max(bottom, ...ends) + 4;
    rule(pdf, { x: page.left, y, width: page.width }, '#e3e6eb');
    y += 5;
  }
  return y + 8;
}

function tableHeader(pdf: Pdf, words: PdfWords, y: number): number {
  for (const name of names) {
    write(pdf, words[name], { ...columns[name], y }, { size: 8, weight: '700' }, columns[name].align);
  }
  rule(pdf, { x: page.left, y: y + 15, width: page.width }, '#1b1f24');
  return y + 21;
}

/** Right-aligned sums, the last one in bold under a line; they stay together on one page. */
export function totalsBlock(
  pdf: Pdf,
  sums: readonly (readonly [label: string, amount: string])[],
  top: number,
): number {
  let y = top + sums.length * 16 + 12 > page.bottom ? freshPage(pdf) : top;
  for (const [index, [label, amount]] of sums.entries()) {
    const isLast = index === sums.length - 1;
    const style = isLast ? { size: 11, weight: '700' as const } : text;
    if (isLast) {
      rule(pdf, { x: 284, y: y + 1, width: 255 }, '#1b1f24');
      y += 7;
    }
    write(pdf, label, { x: 284, y, width: 165 }, style);
    y = write(pdf, amount, { x: 440, y, width: 99 }, style, 'right') + 3;
  }
  return y + 14;
}
