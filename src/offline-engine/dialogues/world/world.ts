import type { ModelMessage, ToolSet } from 'ai';
import type { Dialogue } from '../dialogue.ts';
import { textOf } from '../text-of.ts';
import { accountTools } from './account-tools.ts';
import { caseTools, isOver } from './case-tools.ts';
import { invoiceTools } from './invoice-tools.ts';
import { repTools } from './rep-tools.ts';
import { freshState, type WorldState } from './state.ts';

/** One customer account in memory, behind tools that keep the contract. */
export function world(state: WorldState = freshState()) {
  const invoices = invoiceTools(state);
  const account = accountTools(state);
  const customer = { ...invoices, ...account, ...caseTools(state) };
  const rep = {
    ...repTools(state.cases.filter((one) => !isOver.test(one.state))),
    find_invoices: invoices.find_invoices,
    get_invoice: invoices.get_invoice,
    explain_charge: invoices.explain_charge,
    search_billing_policies: account.search_billing_policies,
  };
  return {
    tools: { customer, rep },
    writes: state.writes,
    /** The last of these messages is the customer's; a confirmation read back right before it may now be given. */
    wrote(messages: readonly ModelMessage[]): void {
      const written = messages.filter((message) => message.role === 'user');
      const last = messages.findLast((message) => message.role === 'assistant');
      state.message = {
        turn: written.length,
        text: written.map(textOf).at(-1) ?? '',
        after: last ? textOf(last) : '',
      };
    },
    /** What a tool answers when it is used without a model. */
    async use(side: Dialogue['side'], name: string, input: unknown): Promise<unknown> {
      const tools: ToolSet = side === 'rep' ? rep : customer;
      const execute = tools[name]?.execute;
      if (!execute) throw new Error(`There is no tool ${name} on the ${side}'s side`);
      return execute(input, { toolCallId: name, messages: [], context: {} });
    },
    /** The same world once more: what happens in one is not seen in the other. */
    copy: () => world(structuredClone(state)),
  };
}

export type World = ReturnType<typeof world>;
