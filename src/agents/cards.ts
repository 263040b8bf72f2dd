import { z } from 'zod';
import { DocumentLinks } from '#domain/views/account-view.ts';
import { CustomerCaseView } from '#domain/views/case-view.ts';
import { ConfirmationView } from '#domain/views/confirmation-view.ts';
import { InvoiceSummary, InvoiceView } from '#domain/views/invoice-view.ts';
import type { Card, ToolTrace } from '#domain/views/log-entry.ts';
import type { ToolRun } from './toolset.ts';

const Confirmed = z.object({ needsConfirmation: z.literal(true), confirmation: ConfirmationView });
const Found = z.object({ invoices: z.array(InvoiceSummary) });
const Compared = z.object({ invoice: InvoiceView });

/** The cards that show what a turn found: at most two, the most telling ones, the newest of each kind. */
export function cardsOf(runs: readonly ToolRun[]): Card[] {
  const cards = runs.flatMap((run) => (run.answer.ok ? cardOf(run.tool, run.answer.result) : []));
  const newest = new Map(cards.map((card) => [card.kind, card]));
  const telling = [newest.get('confirmation'), newest.get('case'), newest.get('links')].filter(
    (card) => card !== undefined,
  );
  if (telling.length > 0) return telling.slice(0, 1);
  const invoices = [newest.get('invoice') ?? newest.get('invoice_list')];
  return invoices.filter((card) => card !== undefined);
}

function cardOf(tool: string, result: unknown): Card[] {
  const confirmation = Confirmed.safeParse(result).data?.confirmation;
  if (confirmation)
    return [{ kind: 'confirmation', text: 'Please check this before I open a case.', confirmation }];
  switch (tool) {
    case 'get_invoice': {
      const invoice = InvoiceView.safeParse(result).data;
      return invoice ? [{ kind: 'invoice', text: `Invoice ${invoice.number}`, invoice }] : [];
    }
    case 'explain_charge': {
      const invoice = Compared.safeParse(result).data?.invoice;
      return invoice ? [{ kind: 'invoice', text: `Invoice ${invoice.number}`, invoice }] : [];
    }
    case 'find_invoices': {
      const invoices = Found.safeParse(result).data?.invoices ?? [];
      return invoices.length > 1
        ? [{ kind: 'invoice_list', text: invoices.map((one) => one.number).join(', '), invoices }]
        : [];
    }
    case 'open_dispute':
    case 'get_case': {
      const found = CustomerCaseView.safeParse(result).data;
      return found
        ? [
            {
              kind: 'case',
              text: `Case ${found.caseNumber}`,
              case: { ...found, timeline: found.timeline.slice(-5) },
            },
          ]
        : [];
    }
    case 'send_invoice_copy': {
      const links = DocumentLinks.safeParse(result).data;
      if (!links) return [];
      const { mailedTo: _, ...shown } = links;
      return [{ kind: 'links', text: `Copy of ${links.number}`, ...shown }];
    }
    default:
      return [];
  }
}

const Subject = z.object({ invoiceNumber: z.string().optional(), caseNumber: z.string().optional() });

/** What was looked up, for the line above an answer. */
export const traceOf = (runs: readonly ToolRun[]): ToolTrace[] =>
  runs.map(({ tool, input, answer }) => {
    const { invoiceNumber, caseNumber } = Subject.safeParse(input).data ?? {};
    const subject = invoiceNumber ?? caseNumber;
    return { tool, ok: answer.ok, ...(subject === undefined ? {} : { subject }) };
  });
