import { z } from 'zod';
import { InvoiceExplanation } from '#domain/views/invoice-view.ts';
import type { ToolRun } from './toolset.ts';

const words = {
  en: {
    only: (quantity: string) => `Only ${quantity} arrived`,
    fine: 'That is fine',
    person: 'Talk to a person',
    copy: 'Send me a copy',
    why: 'Why this amount?',
    status: 'Status of my case',
  },
  de: {
    only: (quantity: string) => `Nur ${quantity} angekommen`,
    fine: 'Das ist in Ordnung',
    person: 'Mit einem Menschen reden',
    copy: 'Kopie schicken',
    why: 'Warum dieser Betrag?',
    status: 'Stand meines Falls',
  },
};

const Found = z.object({ invoices: z.array(z.object({ number: z.string() })) });

/** Up to four short answers the customer may want to give next, in their language; each is sent as their own words. None to a question that they would not answer. */
export function quickRepliesFor(runs: readonly ToolRun[], language: string, text: string): string[] {
  const say = words[language === 'de' ? 'de' : 'en'];
  const last = runs.at(-1);
  if (!last) return [];
  if (!last.answer.ok) return [say.person];
  if (
    typeof last.answer.result === 'object' &&
    last.answer.result !== null &&
    'needsConfirmation' in last.answer.result
  )
    return [];
  if (last.tool !== 'find_invoices' && /\?\s*$/.test(text)) return [];
  switch (last.tool) {
    case 'explain_charge': {
      const grown = InvoiceExplanation.safeParse(last.answer.result).data?.changes.find(
        (change) =>
          Number(change.quantity) > Number(change.previousQuantity) && change.previousQuantity !== '0',
      );
      return grown ? [say.only(grown.previousQuantity), say.fine, say.person] : [say.fine, say.person];
    }
    case 'get_invoice':
      return [say.why, say.copy, say.person];
    case 'find_invoices': {
      const invoices = Found.safeParse(last.answer.result).data?.invoices ?? [];
      return invoices.length > 1 ? invoices.slice(0, 3).map((one) => one.number) : [];
    }
    case 'open_dispute':
      return [say.person];
    default:
      return [];
  }
}
