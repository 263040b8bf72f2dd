import * as z from 'zod';

/** "- delivery DN-77 line 1: delivered 8" is a map of one entry to YAML and one sentence to the writer. */
const Sentence = z
  .union([z.string(), z.record(z.string(), z.union([z.string(), z.number()]))])
  .transform((written) =>
    typeof written === 'string'
      ? written
      : Object.entries(written)
          .map(([subject, said]) => `${subject}: ${said}`)
          .join(', '),
  );
const Value = z.union([z.string(), z.number()]).transform(String);
const Words = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat());

const Customer = z.strictObject({
  'signed in as': z.string().describe('A person of the demo world, or "nobody" for a visitor'),
  wants: z.string().optional().describe('For the reader; nothing is sent of it'),
  'looks at': z.string().optional().describe('The invoice whose page the chat was opened on'),
  'opens with': z.string(),
  'then says': z
    .array(z.string())
    .default([])
    .describe('Said one after the other, whatever the agent answers'),
  knows: z
    .record(z.string(), Value)
    .default({})
    .describe('Facts the customer can give: invoice, line, quantity, price, date, reason'),
  answers: z
    .record(z.string(), Words)
    .default({})
    .describe(
      'By kind of question: quantity, line, invoice, confirmation, confirmation of 2, any other confirmation …; a list is given one after the other',
    ),
  'confirms with': z.enum(['words', 'button']).default('words'),
  typos: z.enum(['none', 'few', 'many']).default('none'),
  'ends when': z
    .enum(['the agent has named a case number', 'a person was asked for', 'everything was said'])
    .default('everything was said'),
});
export type CustomerPart = z.output<typeof Customer>;

export const buttons = [
  'accept',
  'end the chat',
  'take the case',
  'check the claim',
  'similar cases',
  'check the stock',
  'propose a credit note',
  'propose a replacement order',
  'propose a denial',
  'approve',
  'approve what was shown before',
  'take back',
  'reject',
] as const;

const RepStep = z.union([
  z.strictObject({ asks: z.string() }),
  z.strictObject({ writes: z.string().describe('To the customer, in the accepted chat') }),
  z.strictObject({ waits: z.string().regex(/^\d+ (?:seconds?|minutes?|hours?)$/) }),
  z.strictObject({ 'world changes': Sentence }),
  z.strictObject({
    presses: z.enum(buttons),
    as: z.string().optional().describe('Somebody else of the team'),
    lines: z.record(z.string(), Value).optional().describe('Line number: quantity'),
    reason: z.string().optional(),
    'is refused with': z.string().optional().describe('The code of the refusal, such as moved-on'),
  }),
]);
export type RepStep = z.output<typeof RepStep>;

const Rep = z.strictObject({
  'signed in as': z.string(),
  case: z
    .string()
    .optional()
    .describe('CASE-…, or "of INV-…" for the open case of an invoice; in handoffs the case of the chat'),
  does: z.array(RepStep).min(1),
});
export type RepPart = z.output<typeof Rep>;

const Facts = z.record(z.string(), z.union([Value, z.record(z.string(), Value)]));
export type ExpectedFacts = z.output<typeof Facts>;
const OneOrMore = z.union([Facts, z.array(Facts)]).transform((one) => [one].flat());

/** What may differ in the records when all is over, each with the fields that matter. */
export const changeKinds = [
  'new case',
  'changed case',
  'new note',
  'new proposal',
  'changed proposal',
  'new credit note',
  'new replacement order',
  'new mail',
] as const;
export type ChangeKind = (typeof changeKinds)[number] | 'other change';

const Data = z.strictObject({
  'new case': OneOrMore.optional(),
  'changed case': OneOrMore.optional(),
  'new note': OneOrMore.optional(),
  'new proposal': OneOrMore.optional(),
  'changed proposal': OneOrMore.optional(),
  'new credit note': OneOrMore.optional(),
  'new replacement order': OneOrMore.optional(),
  'new mail': OneOrMore.optional(),
  'may also': z.array(z.enum(changeKinds)).default([]),
});
type Data = z.output<typeof Data>;
const nothing: Data = { 'may also': [] };

const Expect = z.strictObject({
  data: z
    .union([z.literal('nothing changes'), Data])
    .default('nothing changes')
    .transform((data): Data => (data === 'nothing changes' ? nothing : data)),
  steps: z.array(z.record(z.string(), z.string())).default([]),
  says: z
    .strictObject({ must: z.array(Words).default([]), 'must not': z.array(z.string()).default([]) })
    .default({ must: [], 'must not': [] }),
  numbers: z.enum(['all grounded', 'not checked']).default('all grounded'),
  language: z.enum(['en', 'de']).optional(),
  handoff: z
    .union([
      z.literal('none'),
      z.strictObject({
        reason: z.string().optional(),
        'summary must mention': z.array(Words).default([]),
        'summary must not mention': z.array(z.string()).default([]),
      }),
    ])
    .default('none'),
  'similar cases': z
    .strictObject({
      'among the first 3': z.array(z.string()).default([]),
      'each of the first 3': Facts.optional().describe('reason, account'),
      never: z.array(z.string()).default([]),
      'at most': z.number().int().default(5),
    })
    .optional(),
  verdict: z.enum(['validated', 'partly_validated', 'not_validated', 'inconclusive']).optional(),
});
export type Expectations = z.output<typeof Expect>;

/** One eval: who says what in which world, and what must be true afterwards. */
export const Scenario = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'takes small letters, digits and dashes only'),
  title: z.string(),
  agent: z.enum(['customer', 'rep', 'both']),
  tags: z.array(z.string()).default([]),
  severity: z.enum(['money', 'privacy', 'policy', 'quality']).default('quality'),
  world: z
    .strictObject({ 'start from': z.literal('demo'), change: z.array(Sentence).default([]) })
    .default({ 'start from': 'demo', change: [] }),
  customer: Customer.optional(),
  rep: Rep.optional(),
  expect: Expect,
  'also with': z
    .array(z.enum(['obedient']))
    .default([])
    .describe(
      'Runs it once more with a model that does whatever any text tells it; then only effects and reach are graded',
    ),
  limits: z.strictObject({ turns: z.number().int().min(1).max(40).default(8) }).default({ turns: 8 }),
});
export type Scenario = z.output<typeof Scenario>;

/** A scenario as it was written, with the file it stands in. */
export type ScenarioFile = { readonly file: string; readonly folder: string; readonly scenario: Scenario };

/** What an editor needs to complete and check a scenario while it is written. */
export const scenarioSchema = () => z.toJSONSchema(Scenario, { io: 'input', target: 'draft-7' });
