import type { Party } from '#domain/invoice.ts';
import type { Seller } from '../seller.ts';
import { heightOf, type Pdf, rule, write } from './pdf-text.ts';
import type { PdfWords } from './pdf-words.ts';

export const page = { left: 56, width: 483, bottom: 752, footer: 776 };
const body = { size: 9 };
const small = { size: 7.5, colour: '#5a6472' };

const addressLines = (party: Party): string =>
  [party.name, party.street, [party.postalCode, party.city].filter(Boolean).join(' '), party.countryCode]
    .filter(Boolean)
    .join('\n');

/** Sender, customer and the facts beside them; returns where the content begins. */
export function letterhead(
  pdf: Pdf,
  title: string,
  seller: Seller,
  customer: Party,
  facts: readonly (readonly [label: string, value: string | undefined])[],
): number {
  write(pdf, seller.name, { x: page.left, y: 48, width: page.width }, { size: 14, weight: '700' });
  const sender = `${seller.street} · ${seller.postalCode} ${seller.city} · ${seller.countryCode}`;
  write(pdf, sender, { x: page.left, y: 68, width: page.width }, small);
  rule(pdf, { x: page.left, y: 88, width: page.width }, '#1b1f24');
  const left = write(pdf, addressLines(customer), { x: page.left, y: 112, width: 230 }, { size: 10 });
  let right = 112;
  for (const [label, value] of facts) {
    if (value === undefined) continue;
    write(pdf, label, { x: 320, y: right, width: 95 }, { ...body, colour: '#5a6472' });
    right = write(pdf, value, { x: 415, y: right, width: 124 }, body, 'right');
  }
  const titleAt = Math.max(left, right, 190) + 24;
  return write(pdf, title, { x: page.left, y: titleAt, width: page.width }, { size: 17, weight: '700' }) + 8;
}

/** A paragraph across the page. */
export function paragraph(pdf: Pdf, text: string | undefined, y: number): number {
  if (text === undefined) return y;
  const top = y + heightOf(pdf, text, page.width, body) > page.bottom ? freshPage(pdf) : y;
  return write(pdf, text, { x: page.left, y: top, width: page.width }, body) + 4;
}

/** A label and a text beside it, such as the reason of a credit. */
export function labelled(pdf: Pdf, label: string, text: string | undefined, y: number): number {
  if (text === undefined) return y;
  const box = { x: page.left + 95, y, width: page.width - 95 };
  const top = y + heightOf(pdf, text, box.width, body) > page.bottom ? freshPage(pdf) : y;
  write(pdf, label, { x: page.left, y: top, width: 90 }, { ...body, colour: '#5a6472' });
  return write(pdf, text, { ...box, y: top }, body) + 4;
}

/** Begins a page and returns where its content begins. */
export function freshPage(pdf: Pdf): number {
  pdf.addPage();
  return 64;
}

/** Puts the seller's particulars and "page 1 of 3" under each page, once all pages are there. */
export function footers(pdf: Pdf, seller: Seller, words: PdfWords): void {
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index);
    rule(pdf, { x: page.left, y: page.footer - 8, width: page.width });
    const { bank } = seller;
    const contact = [seller.email, seller.phone, `${words.vatNumber} ${seller.vatNumber}`]
      .filter(Boolean)
      .join(' · ');
    const iban = bank.iban.replace(/(.{4})(?=.)/g, '$1 ');
    const particulars = `${contact}\n${words.bank}: ${bank.name} · IBAN ${iban} · BIC ${bank.bic}`;
    write(pdf, particulars, { x: page.left, y: page.footer, width: 380 }, small);
    write(pdf, words.page(index + 1, count), { x: 440, y: page.footer, width: 99 }, small, 'right');
  }
}
