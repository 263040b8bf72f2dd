import { render } from 'preact';
import type { InvoiceSummary } from '#domain/views/invoice-view.ts';
import { InvoiceStatus } from '#ui/cards/invoice-status.tsx';
import { type Language, LanguageContext, useLanguage } from '#ui/language.ts';

interface PortalInvoicesProps {
  invoices: readonly InvoiceSummary[];
  onChoose: (number: string) => void;
}

function PortalInvoices({ invoices, onChoose }: PortalInvoicesProps) {
  const { texts, format } = useLanguage();
  const today = new Date().toISOString().slice(0, 10);
  return (
    <ul class="choices page-invoices">
      {invoices.map((invoice) => (
        <li key={invoice.number}>
          <button type="button" class="choice" onClick={() => onChoose(invoice.number)}>
            <span class="choice-main">
              <b class="number">{invoice.number}</b>
              <span class="small">{texts.records.issued(format.day(invoice.issueDate))}</span>
              <span class="choice-sum">{format.money(invoice.total, invoice.currency)}</span>
              <span class="page-status">
                <InvoiceStatus invoice={invoice} today={today} />
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The buyer's own list, which a press takes into the chat. */
export const showInvoices = (place: Element, language: Language, props: PortalInvoicesProps) =>
  render(
    <LanguageContext.Provider value={language}>
      <PortalInvoices {...props} />
    </LanguageContext.Provider>,
    place,
  );
