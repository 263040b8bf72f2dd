import { useState } from 'preact/hooks';
import type { InvoiceLineView, InvoiceView } from '#domain/views/invoice-view.ts';
import { useLanguage } from '../language.ts';
import { InvoiceStatus } from './invoice-status.tsx';

const fewLines = 3;

export interface InvoiceCardProps {
  invoice: InvoiceView;
  today: string;
  onDownload?: ((number: string) => void) | undefined;
}

/** An invoice with its lines; every figure as the record has it. */
export function InvoiceCard({ invoice, today, onDownload }: InvoiceCardProps) {
  const { texts, format } = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const main = mainLines(invoice.lines);
  const lines = isWhole ? invoice.lines : main;
  const hasMore = invoice.lines.length > main.length;
  const money = (amount: string) => format.money(amount, invoice.currency);
  return (
    <section class="card" aria-label={`${texts.cards.invoice} ${invoice.number}`}>
      <header>
        <div>
          <b class="number">{invoice.number}</b>
          <div class="small">{texts.records.due(format.day(invoice.dueDate))}</div>
        </div>
        <div>
          <div class="sum">{money(invoice.total)}</div>
          <InvoiceStatus invoice={invoice} today={today} />
        </div>
      </header>
      <table>
        <caption class="visually-hidden">{texts.records.lines}</caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{texts.records.product}</th>
            <th scope="col">{texts.records.times('', '')}</th>
            <th scope="col">{texts.records.amount}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <InvoiceLine key={line.line} line={line} currency={invoice.currency} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{texts.records.allTax}</td>
            <td class="end">{money(invoice.tax)}</td>
          </tr>
          {invoice.open !== invoice.total && (
            <tr>
              <td colSpan={2}>{texts.records.open}</td>
              <td class="end">{money(invoice.open)}</td>
            </tr>
          )}
        </tfoot>
      </table>
      {(hasMore || onDownload) && (
        <footer class="row">
          {onDownload && (
            <button type="button" class="button" onClick={() => onDownload(invoice.number)}>
              {texts.cards.download}
            </button>
          )}
          {hasMore && (
            <button type="button" class="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
              {isWhole ? texts.records.fewerLines : texts.records.moreLines(invoice.lines.length)}
            </button>
          )}
        </footer>
      )}
    </section>
  );
}

/** The first lines that cost something; free ones are a press away. */
function mainLines(lines: readonly InvoiceLineView[]): readonly InvoiceLineView[] {
  const charged = lines.filter((line) => Number(line.net) !== 0);
  return (charged.length > 0 ? charged : lines).slice(0, fewLines);
}

function InvoiceLine({ line, currency }: { line: InvoiceLineView; currency: string }) {
  const { texts, format } = useLanguage();
  return (
    <tr>
      <td>
        <span class="small">{line.line} · </span>
        {line.description}
      </td>
      <td class="end">
        {texts.records.times(format.quantity(line.quantity), format.money(line.unitPrice, currency))}
      </td>
      <td class="end">{format.money(line.net, currency)}</td>
    </tr>
  );
}
