import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { disputeReasonCodes } from '#domain/dispute-reason.ts';
import { readYaml } from '../words/read-yaml.ts';
import { claimReasons } from '../words/word-file.ts';

const Action = z.strictObject({
  tool: z.string(),
  slots: z.array(z.enum(['period', 'payment', 'invoices', 'record', 'denial'])).default([]),
  input: z.record(z.string(), z.string()).default({}),
});
export type Action = z.infer<typeof Action>;

const Reason = z.strictObject({
  code: z.enum(disputeReasonCodes),
  line: z.enum(['needed', 'helpful', 'no']),
  quantity: z.boolean().default(false),
  price: z.boolean().default(false),
  percent: z.boolean().default(false),
  /** Whether all goods of the invoice are meant when no line is. */
  'all-lines': z.boolean().default(false),
  note: z.boolean().default(false),
  /** The kind of line that is meant when none is named. */
  kind: z.string().optional(),
});
export type Reason = z.infer<typeof Reason>;

const ActionFile = z.strictObject({
  actions: z.record(z.string(), Action),
  reasons: z.record(z.enum(claimReasons), Reason),
});

/** actions.yaml: which tool answers a request, and what must be known to open a dispute. */
export const { actions, reasons } = ActionFile.parse(
  readYaml(fileURLToPath(new URL('../actions.yaml', import.meta.url))),
);

const planned: Readonly<Record<string, readonly string[]>> = {
  'invoice.find': ['find_invoices', 'get_invoice'],
  'invoice.explain': ['explain_charge'],
  'dispute.open': ['open_dispute'],
  'case.add_info': ['add_case_note'],
  'case.status': ['get_case', 'list_cases'],
  'case.when': ['get_case'],
  'case.evidence': ['add_case_note'],
  'payment.due': ['get_invoice'],
  'payment.credit': ['get_account_balance'],
  'invoice.sum': ['find_invoices'],
  'invoice.due': ['find_invoices'],
  'balance.why': ['get_account_balance'],
  'invoice.compare': ['get_invoice'],
  'rep.queue': ['list_cases'],
  'rep.confirm': ['get_case'],
  'rep.resolve': ['validate_dispute'],
};

/** The tools whose answer finishes a request. */
export function toolsOf(intent: string): readonly string[] {
  const action = actions[intent];
  return action ? [action.tool] : (planned[intent] ?? []);
}

/** Tools that write only after the customer's yes. */
export const confirmedTools: ReadonlySet<string> = new Set(['open_dispute', 'add_case_note']);
