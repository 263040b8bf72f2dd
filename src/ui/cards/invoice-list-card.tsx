import type { InvoiceSummary } from '#domain/views/invoice-view.ts';
import { useLanguage } from '../language.ts';
import { InvoiceStatus } from './invoice-status.tsx';

export interface InvoiceListCardProps {
  invoices: InvoiceSummary[];
  today: string;
  /** Asks about one of them; without it the list is only read. */
  onChoose?: ((number: string) => void) | undefined;
}

export function InvoiceListCard({ invoices, today, onChoose }: InvoiceListCardProps) {
  const { texts } = useLanguage();
  return (
    <section class="card" aria-label={texts.cards.invoices}>
      <ul class="choices">
        {invoices.map((invoice) => (
          <li key={invoice.number}>
            {onChoose ? (
              <button type="button" class="choice" onClick={() => onChoose(invoice.number)}>
                <InvoiceRow invoice={invoice} today={today} />
                <span aria-hidden="true">›</span>
              </button>
            ) : (
              <div class="choice">
                <InvoiceRow invoice={invoice} today={today} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function InvoiceRow({ invoice, today }: { invoice: InvoiceSummary; today: string }) {
  const { format } = useLanguage();
  return (
    <span class="choice-main">
      <span class="number">{invoice.number}</span>
      <span class="choice-sum">{format.money(invoice.total, invoice.currency)}</span>
      <InvoiceStatus invoice={invoice} today={today} />
    </span>
  );
}
