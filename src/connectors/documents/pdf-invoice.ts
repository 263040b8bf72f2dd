import type { Invoice } from '#domain/invoice.ts';
import { taxSubtotals } from '#domain/tax.ts';
import { figuresIn } from './pdf/pdf-figures.ts';
import { lineTable, totalsBlock } from './pdf/pdf-lines.ts';
import { footers, labelled, letterhead, paragraph } from './pdf/pdf-page.ts';
import { bytesOf, emptyPdf } from './pdf/pdf-text.ts';
import { pdfLanguage, pdfWords } from './pdf/pdf-words.ts';
import type { Seller } from './seller.ts';

/** A copy of an invoice to look at and print. The same invoice gives the same bytes. */
export async function invoicePdf(invoice: Invoice, seller: Seller, language: string): Promise<Uint8Array> {
  const words = pdfWords(language);
  const figures = figuresIn(pdfLanguage(language), invoice.currency);
  const title = `${words.invoice} ${invoice.number}`;
  const pdf = emptyPdf(title, seller.name, pdfLanguage(language), invoice.issueDate);
  let y = letterhead(pdf, title, seller, invoice.billTo, [
    [words.issueDate, figures.date(invoice.issueDate)],
    [words.dueDate, figures.date(invoice.dueDate)],
    [words.customerNumber, invoice.accountId],
    [words.vatNumber, invoice.billTo.vatNumber],
    [words.orderNumber, invoice.orderNumber],
    [words.buyerReference, invoice.buyerReference],
    [words.contractNumber, invoice.contractNumber],
  ]);
  const { shipTo } = invoice;
  const place = shipTo && [
    shipTo.name,
    shipTo.street,
    [shipTo.postalCode, shipTo.city].filter(Boolean).join(' '),
  ];
  y = labelled(pdf, words.shipTo, place?.filter(Boolean).join(', '), y);
  y = lineTable(
    pdf,
    invoice.lines.map((line) => ({ ...line, quantity: line.invoicedQuantity })),
    words,
    figures,
    y + 10,
  );
  const taxes = taxSubtotals(invoice);
  const due: [string, string][] =
    invoice.prepaidMinor === 0
      ? []
      : [
          [words.prepaid, figures.money(-invoice.prepaidMinor)],
          [words.due, figures.money(invoice.totalMinor - invoice.prepaidMinor)],
        ];
  y = totalsBlock(
    pdf,
    [
      [words.net, figures.money(invoice.netMinor)],
      ...taxes.map((tax): [string, string] => [
        words.tax(figures.percent(tax.taxRate), figures.money(tax.netMinor)),
        figures.money(tax.taxMinor),
      ]),
      [words.total, figures.money(invoice.totalMinor)],
      ...due,
    ],
    y,
  );
  const notes = [
    ...new Set(taxes.map((tax) => words.taxNotes[tax.taxCategory]).filter((note) => note !== undefined)),
  ];
  for (const note of notes) y = paragraph(pdf, note, y);
  y = paragraph(pdf, invoice.note, y);
  paragraph(pdf, words.payBy(figures.date(invoice.dueDate)), y);
  footers(pdf, seller, words);
  return bytesOf(pdf);
}
