import type { z } from 'zod';
import { Refusal } from '#domain/refusal.ts';

/** What a tool may do: look, write the customer's own records, or propose something that a person must approve. */
export type Effect = 'reads' | 'records' | 'proposes';

/** What the model reads back. A refusal is an answer too: it says what is wrong and what can be done. */
export type ToolAnswer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly code: string;
      readonly reason: string;
      readonly details?: Record<string, unknown>;
    };

export type Tool = {
  readonly effect: Effect;
  readonly description: string;
  readonly input: z.ZodObject;
  /** Checks the input, acts, and answers. Throws only when something is broken. */
  readonly run: (input: unknown) => Promise<ToolAnswer>;
};

/** The only way to declare a tool. Its input names no account: whose records it touches is decided by the desk it was made for. */
export function defineTool<Input extends z.ZodObject>(spec: {
  effect: Effect;
  description: string;
  input: Input;
  run: (input: z.output<Input>) => Promise<unknown>;
}): Tool {
  return {
    effect: spec.effect,
    description: spec.description,
    input: spec.input,
    async run(given) {
      const parsed = spec.input.safeParse(given);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        return {
          ok: false,
          code: 'invalid',
          reason: `${issue?.path.join('.') || 'input'}: ${issue?.message}`,
        };
      }
      try {
        return { ok: true, result: await spec.run(parsed.data) };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { ok: false, code: error.code, reason: error.message, details: { ...error.details } };
      }
    },
  };
}
