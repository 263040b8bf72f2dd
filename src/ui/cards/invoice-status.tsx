import type { InvoiceSummary } from '#domain/views/invoice-view.ts';
import { daysUntil } from '../format.ts';
import { useLanguage } from '../language.ts';

/** Where an invoice stands, in words, shape and colour. */
export function InvoiceStatus({ invoice, today }: { invoice: InvoiceSummary; today: string }) {
  const { records } = useLanguage().texts;
  const days = daysUntil(invoice.dueDate, today);
  if (invoice.status === 'disputed') return <span class="tag waiting">‖ {records.disputed}</span>;
  if (invoice.status === 'paid') return <span class="tag good">✓ {records.paid}</span>;
  if (invoice.status === 'credited') return <span class="tag info">✓ {records.credited}</span>;
  if (invoice.status === 'overdue' || days < 0) return <span class="tag bad">▲ {records.late(-days)}</span>;
  if (invoice.status === 'partly_paid') return <span class="tag info">◐ {records.partlyPaid}</span>;
  return <span class={days <= 14 ? 'tag waiting' : 'tag'}>◷ {records.dueIn(days)}</span>;
}
