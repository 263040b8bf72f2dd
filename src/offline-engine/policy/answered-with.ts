import { fold } from '../memory/fold.ts';
import type { Message, ToolCall } from '../memory/history.ts';
import { nextStep } from './next-step.ts';

/** What a tool finds, by its name; a function is given the input. */
export type Results = Readonly<Record<string, unknown>>;

const mostSteps = 8;

/** What is answered to a message, the first one or one after others, when the tools find this: for tests. "" when it comes to no words. */
export function answeredWith(
  said: string | readonly string[],
  results: Results,
  today: string,
  side: 'customer' | 'rep' = 'customer',
): string {
  const messages: Message[] = [];
  let answer = '';
  for (const text of [said].flat()) {
    messages.push({ role: 'user', text });
    answer = answerTo(messages, results, today, side);
    messages.push({ role: 'assistant', text: answer, calls: [] });
  }
  return answer;
}

/** Goes on with a conversation until there are words for its last message; the calls made are added to it. */
function answerTo(messages: Message[], results: Results, today: string, side: 'customer' | 'rep'): string {
  const found = ({ id, tool, input }: ToolCall) => {
    const result = results[tool];
    return {
      id,
      tool,
      answer: { ok: true as const, result: typeof result === 'function' ? result(input) : result },
    };
  };
  for (let step = 0; step < mostSteps; step++) {
    const state = fold(messages, { side, today });
    const next = nextStep(state, new Set([...Object.keys(results), 'request_human', 'list_cases']));
    if (next.kind === 'words') return next.text;
    const calls = next.calls.map((call, at) => ({ ...call, id: `${messages.length}-${at}` }));
    messages.push({ role: 'assistant', text: '', calls }, { role: 'tool', results: calls.map(found) });
  }
  return '';
}
