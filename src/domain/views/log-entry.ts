import { z } from 'zod';
import { CustomerCaseView } from './case-view.ts';
import { ConfirmationView } from './confirmation-view.ts';
import { ConversationSummary } from './conversation-summary.ts';
import { InvoiceSummary, InvoiceView } from './invoice-view.ts';

/** Cards a client draws; one it does not know is shown as its `text`. */
export const Card = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invoice'), text: z.string(), invoice: InvoiceView }),
  z.object({ kind: z.literal('invoice_list'), text: z.string(), invoices: z.array(InvoiceSummary) }),
  z.object({ kind: z.literal('case'), text: z.string(), case: CustomerCaseView }),
  z.object({ kind: z.literal('confirmation'), text: z.string(), confirmation: ConfirmationView }),
  z.object({
    kind: z.literal('resolution'),
    text: z.string(),
    caseNumber: z.string(),
    resolutionCode: z.string(),
    number: z.string().optional(),
    net: z.string().optional(),
    tax: z.string().optional(),
    total: z.string().optional(),
    currency: z.string().optional(),
    promiseDate: z.string().optional(),
    pdfUrl: z.string().optional(),
    xmlUrl: z.string().optional(),
  }),
  z.object({
    kind: z.literal('links'),
    text: z.string(),
    number: z.string(),
    pdfUrl: z.string(),
    xmlUrl: z.string(),
    expiresAt: z.string(),
  }),
]);
export type Card = z.infer<typeof Card>;

/** What a tool did, in a sentence key and its values ("Looked up invoice INV-20418"). */
export const ToolTrace = z.object({ tool: z.string(), ok: z.boolean(), subject: z.string().optional() });
export type ToolTrace = z.infer<typeof ToolTrace>;

/** One numbered, immutable line of a conversation. Customers never get entries whose audience is `team`. */
export const LogEntry = z.object({
  seq: z.number().int(),
  id: z.string(),
  at: z.string(),
  author: z.enum(['customer', 'assistant', 'rep', 'system']),
  authorName: z.string().optional(),
  audience: z.enum(['everyone', 'team']),
  body: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('message'),
      text: z.string(),
      language: z.string().optional(),
      trace: z.array(ToolTrace).optional(),
      cards: z.array(Card).optional(),
      quickReplies: z.array(z.string()).optional(),
      /** The assistant's answer to which entry, and by which model. */
      answers: z.number().int().optional(),
      model: z.string().optional(),
    }),
    z.object({
      kind: z.literal('handover'),
      state: z.enum(['bot', 'queued', 'human', 'ended']),
      reason: z.string().optional(),
      repName: z.string().optional(),
      position: z.number().int().optional(),
      waitMinutes: z.number().int().optional(),
      /** When the team is closed: the instant it is back, and the case that keeps the request. */
      backAt: z.string().optional(),
      caseNumber: z.string().optional(),
      /** What the customer may read of it, in their language. */
      summary: ConversationSummary.optional(),
    }),
    /** What the team reads before taking over. */
    z.object({ kind: z.literal('summary'), summary: ConversationSummary }),
    z.object({ kind: z.literal('card'), card: Card }),
    z.object({ kind: z.literal('note'), text: z.string() }),
    z.object({ kind: z.literal('failure'), text: z.string(), answers: z.number().int().optional() }),
  ]),
});
export type LogEntry = z.infer<typeof LogEntry>;
