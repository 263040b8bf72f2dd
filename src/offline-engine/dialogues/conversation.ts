import {
  asSchema,
  type FlexibleSchema,
  generateText,
  isStepCount,
  type LanguageModel,
  type ModelMessage,
  type ToolExecutionOptions,
  type ToolSet,
  tool,
} from 'ai';
import { vectorsIn } from '../learning/stored-vectors.ts';
import { contextLines, offlineModel } from '../model.ts';
import { type Dialogue, vectorsFile } from './dialogue.ts';
import { type World, world } from './world/world.ts';

export const today = '2026-11-21';
const vectorOf = vectorsIn(vectorsFile);

/** The offline engine, on the day of the dialogues. */
export const engine = offlineModel({
  today: () => today,
  meaningsOf: async (texts) =>
    new Map(
      texts.flatMap((text) => {
        const vector = vectorOf(text);
        return vector ? [[text, vector] as const] : [];
      }),
    ),
});

export type Answered = {
  readonly text: string;
  readonly calls: readonly { readonly tool: string; readonly input: unknown }[];
  /** What the engine tells about itself; other models do not. */
  readonly language: unknown;
  readonly question: unknown;
  readonly writes: number;
};

export type Setting = {
  readonly side: Dialogue['side'];
  readonly context?: Dialogue['context'];
  readonly model?: LanguageModel;
  /** What the model is told, with the lines about the conversation in it; without it, those lines alone. */
  readonly instructions?: (context: string) => string;
  /** What it is told of each tool; the engine knows them by their names. */
  readonly manual?: Manual;
};
export type Manual = Readonly<
  Record<string, { readonly description: string; readonly input: FlexibleSchema<unknown> }>
>;

/** A conversation of a person with a model over a world of its own; each turn is sent with the whole history. */
export type Conversation = {
  readonly side: Dialogue['side'];
  readonly messages: ModelMessage[];
  readonly world: World;
  say(text: string): Promise<Answered>;
  /** The same conversation once more: what happens in one is not seen in the other. */
  copy(): Conversation;
};

export const conversation = (
  side: Setting['side'],
  context: Setting['context'] = {},
  more: Pick<Setting, 'model' | 'instructions' | 'manual'> = {},
): Conversation => begun({ side, context, ...more }, world(), []);

function begun(setting: Setting, around: World, messages: ModelMessage[]): Conversation {
  const { side, model = engine, instructions, manual = {} } = setting;
  const { openInvoice, openCase, language } = setting.context ?? {};
  const lines = contextLines({
    today,
    ...(openInvoice ? { openInvoice } : {}),
    ...(openCase ? { openCase } : {}),
    ...(language ? { language } : {}),
  });
  const settings = {
    model,
    instructions: instructions ? instructions(lines) : lines,
    tools: explained(around.tools[side], manual),
    stopWhen: isStepCount(8),
  };
  return {
    side,
    messages,
    world: around,
    copy: () => begun(setting, around.copy(), [...messages]),
    async say(text) {
      messages.push({ role: 'user', content: text });
      around.wrote(messages);
      const result = await generateText({ ...settings, messages });
      messages.push(...result.responseMessages);
      const offline = result.providerMetadata?.offline;
      return {
        text: result.text,
        calls: result.steps.flatMap(({ toolCalls }) =>
          toolCalls.map(({ toolName, input }) => ({ tool: toolName, input })),
        ),
        language: offline?.language,
        question: offline?.question,
        writes: around.writes.length,
      };
    },
  };
}

/** The same tools with what the manual says of them. */
const explained = (tools: ToolSet, manual: Manual): ToolSet =>
  Object.fromEntries(
    Object.entries(tools).map(([name, own]) => {
      const entry = manual[name];
      if (!entry) return [name, own];
      const { description, input } = entry;
      const execute = (given: unknown, options: ToolExecutionOptions<Record<string, unknown>>) =>
        own.execute?.(given, options);
      return [name, tool({ description, inputSchema: asSchema<unknown>(input), execute })];
    }),
  );
