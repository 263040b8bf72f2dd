import { InvoiceCard } from '#ui/cards/invoice-card.tsx';
import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';
import { RemoteView } from './remote-view.tsx';

export function InvoiceDetails() {
  const { texts, format } = useLanguage();
  const { records, workspace } = texts;
  const { assist } = useDesk();
  return (
    <RemoteView remote={assist.invoice.value} title={workspace.invoice} mark="invoice">
      {(invoice) => {
        const money = (amount: string) => format.money(amount, invoice.currency);
        const listed = (items: readonly string[]) => (items.length === 0 ? records.none : items.join(', '));
        return (
          <>
            <InvoiceCard invoice={invoice} today={new Date().toISOString().slice(0, 10)} />
            <dl class="facts small">
              {invoice.orderNumber && (
                <>
                  <dt>{records.order}</dt>
                  <dd>{invoice.orderNumber}</dd>
                </>
              )}
              <dt>{records.payments}</dt>
              <dd>{listed(invoice.payments.map((one) => `${one.number} ${money(one.amount)}`))}</dd>
              <dt>{records.creditNotes}</dt>
              <dd>{listed(invoice.creditNotes.map((one) => `${one.number} ${money(one.total)}`))}</dd>
              <dt>{records.cases}</dt>
              <dd>
                {listed(
                  invoice.cases.map(
                    (one) => `${one.caseNumber} ${records.caseStates[one.state] ?? one.state}`,
                  ),
                )}
              </dd>
            </dl>
          </>
        );
      }}
    </RemoteView>
  );
}
