import type { CreditNote } from '#domain/credit-note.ts';
import { taxSubtotals } from '#domain/tax.ts';
import { figuresIn } from './pdf/pdf-figures.ts';
import { lineTable, totalsBlock } from './pdf/pdf-lines.ts';
import { footers, labelled, letterhead, paragraph } from './pdf/pdf-page.ts';
import { bytesOf, emptyPdf } from './pdf/pdf-text.ts';
import { pdfLanguage, pdfWords } from './pdf/pdf-words.ts';
import type { Seller } from './seller.ts';

/** A credit note to look at and print, with the invoice it reduces and why. The same credit note gives the same bytes. */
export async function creditNotePdf(
  creditNote: CreditNote,
  seller: Seller,
  language: string,
): Promise<Uint8Array> {
  const words = pdfWords(language);
  const figures = figuresIn(pdfLanguage(language), creditNote.currency);
  const title = `${words.creditNote} ${creditNote.number}`;
  const pdf = emptyPdf(title, seller.name, pdfLanguage(language), creditNote.issueDate);
  const { invoiceIssueDate } = creditNote;
  const dated = invoiceIssueDate === undefined ? '' : ` ${words.of} ${figures.date(invoiceIssueDate)}`;
  let y = letterhead(pdf, title, seller, creditNote.billTo, [
    [words.issueDate, figures.date(creditNote.issueDate)],
    [words.customerNumber, creditNote.accountId],
    [words.vatNumber, creditNote.billTo.vatNumber],
  ]);
  y = labelled(pdf, words.forInvoice, `${creditNote.invoiceNumber}${dated}`, y);
  y = labelled(pdf, words.reason, creditNote.reason, y);
  y = lineTable(
    pdf,
    creditNote.lines.map((line) => ({ ...line, quantity: line.creditedQuantity })),
    words,
    figures,
    y + 10,
  );
  const taxes = taxSubtotals(creditNote);
  y = totalsBlock(
    pdf,
    [
      [words.net, figures.money(creditNote.netMinor)],
      ...taxes.map((tax): [string, string] => [
        words.tax(figures.percent(tax.taxRate), figures.money(tax.netMinor)),
        figures.money(tax.taxMinor),
      ]),
      [words.credited, figures.money(creditNote.totalMinor)],
    ],
    y,
  );
  const notes = [
    ...new Set(taxes.map((tax) => words.taxNotes[tax.taxCategory]).filter((note) => note !== undefined)),
  ];
  for (const note of notes) y = paragraph(pdf, note, y);
  paragraph(pdf, words.creditedHow, y);
  footers(pdf, seller, words);
  return bytesOf(pdf);
}
