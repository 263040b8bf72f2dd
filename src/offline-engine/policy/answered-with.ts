import { fold } from '../memory/fold.ts';
import type { Message, ToolCall } from '../memory/history.ts';
import { nextStep } from './next-step.ts';

/** What a tool finds, by its name; a function is given the input. */
export type Results = Readonly<Record<string, unknown>>;

const mostSteps = 8;

/** What a customer is answered to a first message when the tools find this: for tests. "" when it comes to no words. */
export function answeredWith(text: string, results: Results, today: string): string {
  const messages: Message[] = [{ role: 'user', text }];
  const found = ({ id, tool, input }: ToolCall) => {
    const result = results[tool];
    return {
      id,
      tool,
      answer: { ok: true as const, result: typeof result === 'function' ? result(input) : result },
    };
  };
  for (let step = 0; step < mostSteps; step++) {
    const state = fold(messages, { side: 'customer', today });
    const next = nextStep(state, new Set([...Object.keys(results), 'request_human', 'list_cases']));
    if (next.kind === 'words') return next.text;
    const calls = next.calls.map((call, at) => ({ ...call, id: `${step}-${at}` }));
    messages.push({ role: 'assistant', text: '', calls }, { role: 'tool', results: calls.map(found) });
  }
  return '';
}
