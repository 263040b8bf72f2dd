import { asSchema, type FlexibleSchema, type ToolSet, tool } from 'ai';
import type { Tool, ToolAnswer } from '#tools/define-tool.ts';

/** What a tool was called with and what it answered, in order. */
export type ToolRun = { readonly tool: string; readonly input: unknown; readonly answer: ToolAnswer };

/** Our tools as the AI SDK calls them. What is broken is reported whole to us; the model reads one neutral line. */
export function toolset(
  tools: Readonly<Record<string, Tool>>,
  { ran, broke }: { ran: (run: ToolRun) => void; broke: (name: string, error: unknown) => void },
): ToolSet {
  return Object.fromEntries(
    Object.entries(tools).map(([name, own]) => [
      name,
      tool({
        description: own.description,
        inputSchema: schemaOf(own.input),
        execute: async (input: unknown, { abortSignal }): Promise<ToolAnswer> => {
          abortSignal?.throwIfAborted();
          const answer = await own.run(input).catch((error: unknown): ToolAnswer => {
            broke(name, error);
            return {
              ok: false,
              code: 'failed',
              reason: 'Something went wrong on our side. Nothing was changed.',
            };
          });
          ran({ tool: name, input, answer });
          return answer;
        },
      }),
    ]),
  );
}

const schemas = new WeakMap<Tool['input'], FlexibleSchema<unknown>>();

/** The JSON schema of an input, worked out once: models are sent it with every step. */
function schemaOf(input: Tool['input']): FlexibleSchema<unknown> {
  const known = schemas.get(input);
  if (known) return known;
  const schema = asSchema<unknown>(input);
  schemas.set(input, schema);
  return schema;
}
