import type { z } from 'zod';
import type { Answer } from '../memory/history.ts';
import type { Request, State } from '../memory/state.ts';
import type { Facts } from '../speak/fill.ts';
import type { Say } from '../speak/replies.ts';
import type { QuestionKind } from '../words/word-file.ts';

export type WantedCall = { readonly tool: string; readonly input: Readonly<Record<string, unknown>> };

/** Words for the customer, and what they ask when they ask something. */
export type Said = { readonly say: string; readonly ask?: QuestionKind };

/** A way to an answer: it yields the calls it needs and is given their answers. */
export type Plan<R = Said> = Generator<readonly WantedCall[], R, readonly Answer[]>;

/** What a plan may look at. */
export type Turn = {
  readonly state: State;
  readonly tools: ReadonlySet<string>;
  readonly say: Say;
};

/** A planner that needs no tool answers at once. */
export type Planner = (request: Request, turn: Turn) => Plan | Said;

export const isSaid = (value: object): value is Said => 'say' in value;

const missing: Answer = { ok: false, code: 'unreachable', reason: '', details: {} };

/** One tool call. */
export function* use(tool: string, input: WantedCall['input']): Plan<Answer> {
  const [answer] = yield [{ tool, input }];
  return answer ?? missing;
}

/** Reads a tool's result by its view; undefined when it is not of that shape. */
export const resultOf = <S extends z.ZodType>(answer: Answer, view: S): z.infer<S> | undefined =>
  answer.ok ? view.safeParse(answer.result).data : undefined;

/** Rules whose refusal is said in the person's language; others give their reason as the records write it. */
const rulesSaid = ['nothing-supported', 'nothing-against', 'over-disputed'] as const;

const plainFacts = (details: Readonly<Record<string, unknown>>): Facts =>
  Object.fromEntries(
    Object.entries(details).filter((entry): entry is [string, string | number] =>
      /^(?:string|number)$/.test(typeof entry[1]),
    ),
  );

/** The words for a tool that refused, is not offered, or could not be reached. */
export function failure(answer: Answer, { say, state }: Turn): Said {
  if (answer.ok || answer.code === 'failed') return { say: say('failed') };
  if (answer.code === 'unavailable') {
    return state.context.side === 'rep'
      ? { say: say('unavailable.rep') }
      : { say: say('unavailable'), ask: 'person' };
  }
  if (answer.code === 'unreachable') return { say: say('unreachable', { system: say('system.records') }) };
  const { why } = answer.details;
  const own = rulesSaid.find((rule) => rule === why);
  return {
    say: own ? say(`refused.${own}`, plainFacts(answer.details)) : say('refused', { reason: answer.reason }),
  };
}
