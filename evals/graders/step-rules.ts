import { nearestName } from '#connectors/documents/csv/nearest-name.ts';
import type { Happening } from '#evals/runner/evidence.ts';
import { buttons } from '#evals/runner/scenario.ts';
import { readsAsYes } from '#models/reading.ts';

type Called = Extract<Happening, { kind: 'called' }>;

/** The result a tool gave; undefined when it refused. */
export const resultOf = (answer: unknown): object | undefined =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true && 'result' in answer
    ? Object(answer.result)
    : undefined;

const called =
  (tool: string, fits: (call: Called) => boolean = () => true) =>
  (one: Happening) =>
    one.kind === 'called' && one.tool === tool && fits(one);
const pressed =
  (...buttons: string[]) =>
  (one: Happening) =>
    one.kind === 'pressed' && one.refused === undefined && buttons.includes(one.button);
const either =
  (...predicates: ((one: Happening) => boolean)[]) =>
  (one: Happening) =>
    predicates.some((fits) => fits(one));
const isReadBack = (call: Called) => 'needsConfirmation' in (resultOf(call.answer) ?? {});
const isWritten = (call: Called) => resultOf(call.answer) !== undefined && !isReadBack(call);

/** What can happen in a conversation, in words, and how it is recognised. Tool names work too. */
export const actions: Readonly<Record<string, (one: Happening) => boolean>> = {
  'open a case': either(called('open_dispute', isWritten), pressed('confirm open_dispute')),
  'read a case back': called('open_dispute', isReadBack),
  'add a note': either(called('add_case_note', isWritten), pressed('confirm add_case_note')),
  'read a note back': called('add_case_note', isReadBack),
  'customer confirmed': (one) =>
    (one.kind === 'said' &&
      one.by === 'customer' &&
      one.answers === 'confirmation' &&
      readsAsYes(one.text)) ||
    (one.kind === 'pressed' && one.button.startsWith('confirm ')),
  'hand over': either(called('request_human'), pressed('talk to a person')),
  'look up an invoice': either(called('get_invoice'), called('explain_charge'), called('find_invoices')),
  'explain a charge': called('explain_charge'),
  'search the rules': called('search_billing_policies'),
  'send a copy': called('send_invoice_copy'),
  'check payments': called('get_payment_status'),
  'read the balance': called('get_account_balance'),
  'check the claim': either(called('validate_dispute'), pressed('check the claim')),
  'find similar cases': either(called('find_similar_cases'), pressed('similar cases')),
  'check the stock': either(called('check_availability'), pressed('check the stock')),
  'propose a credit note': either(called('propose_credit_note', isWritten), pressed('propose a credit note')),
  'propose a replacement order': either(
    called('propose_replacement_order', isWritten),
    pressed('propose a replacement order'),
  ),
  'propose a denial': either(called('propose_denial', isWritten), pressed('propose a denial')),
};
const buttonNames: ReadonlySet<string> = new Set(buttons);

const isTool = (name: string) => /^[a-z]+(?:_[a-z]+)+$/.test(name);
const listed = (names: string) => names.split(',').map((name) => name.trim());

/** How an action is recognised; undefined for a name nobody knows. */
export const actionCalled = (name: string): ((one: Happening) => boolean) | undefined =>
  actions[name] ?? (isTool(name) ? called(name) : buttonNames.has(name) ? pressed(name) : undefined);

export type StepRule =
  | { readonly rule: 'before'; readonly action: string; readonly first: readonly string[] }
  | { readonly rule: 'never' | 'must' | 'exactly once'; readonly actions: readonly string[] }
  | { readonly rule: 'at most'; readonly times: number; readonly actions: readonly string[] };

/** Reads "before open a case: customer confirmed", "never: …", "must: …", "exactly once: …", "at most 2 times: …". */
export function readStepRule(written: Readonly<Record<string, string>>): StepRule | undefined {
  const [[key = '', names = ''] = []] = Object.entries(written);
  const before = /^before (.+)$/.exec(key)?.[1];
  if (before !== undefined) return { rule: 'before', action: before.trim(), first: listed(names) };
  if (key === 'never' || key === 'must' || key === 'exactly once')
    return { rule: key, actions: listed(names) };
  const most = /^at most (\d+) times?$/.exec(key)?.[1] ?? (key === 'at most once' ? '1' : undefined);
  return most === undefined ? undefined : { rule: 'at most', times: Number(most), actions: listed(names) };
}

/** What is wrong with a rule as it is written, in one sentence. */
export function stepFault(written: Readonly<Record<string, string>>): string | undefined {
  const [key = ''] = Object.keys(written);
  const rule = readStepRule(written);
  if (!rule) return `"${key}" is no rule; there are: before …, never, must, exactly once, at most N times.`;
  const names = rule.rule === 'before' ? [rule.action, ...rule.first] : rule.actions;
  const unknown = names.find((name) => !actionCalled(name));
  if (unknown === undefined) return undefined;
  const near = nearestName(unknown, [...Object.keys(actions), ...buttons]);
  return `"${unknown}" is not something that happens.${near === undefined ? '' : ` Did you mean "${near}"?`}`;
}
