import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pino from 'pino';
import * as z from 'zod';
import { readConfig } from '#config';
import { assemble } from '#main';
import { type ChatPartner, partnerFor } from './chat-partner.ts';
import { type Command, WrongUsage } from './command.ts';

const Turn = z.union([
  z.string().min(1),
  z.number().transform(String),
  z.object({ text: z.string().min(1) }).transform(({ text }) => text),
]);

export const chatCommand: Command = {
  summary: 'Talks to the service in the terminal, on a fresh demo world that is thrown away afterwards',
  usage: 'chat [--side customer|rep] [--account <id or name>] [--case <number>] [--jsonl]',
  example: 'chat --account "Brightwell Foods"',
  options: {
    side: { type: 'string', default: 'customer' },
    account: { type: 'string' },
    case: { type: 'string' },
    jsonl: { type: 'boolean' },
  },
  explains: {
    side: 'Whose assistant to talk to: customer (the invoice assistant) or rep (dispute assist)',
    account: 'As which customer; without it, the first of the demo',
    case: 'Rep side: the case that is open beside the chat',
    jsonl:
      'Reads a user turn a line ("…" or {"text": "…"}), writes {reply, tools: [{name, input}], writes: […]} a line',
  },
  exitCodes: { 0: 'the conversation ended', 1: 'a line could not be read', 2: 'called wrongly' },
  async run({ values }) {
    const { side } = values;
    if (side !== 'customer' && side !== 'rep') throw new WrongUsage('--side is customer or rep.');
    const folder = await mkdtemp(join(tmpdir(), 'redress-chat-'));
    const { MODEL, MODEL_BASE_URL, MODEL_API_KEY, OPENAI_API_KEY } = process.env;
    const redress = await assemble(
      readConfig({
        MODEL,
        MODEL_BASE_URL,
        MODEL_API_KEY,
        OPENAI_API_KEY,
        DATA_DIR: folder,
        LOG_LEVEL: 'silent',
      }),
      { log: pino({ level: 'silent' }) },
    );
    try {
      await redress.meaningsReady;
      const partner = await partnerFor(redress, {
        side,
        ...(typeof values.account === 'string' ? { account: values.account } : {}),
        ...(typeof values.case === 'string' ? { caseNumber: values.case } : {}),
      });
      return await (values.jsonl === true ? inLines(partner) : inWords(partner));
    } finally {
      await redress.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function inLines(partner: ChatPartner): Promise<number> {
  let isFaulty = false;
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const turn = Turn.safeParse(jsonOr(line));
    if (!turn.success) isFaulty = true;
    const answer = turn.success
      ? await partner.say(turn.data)
      : { error: 'A turn is a text, or {"text": "…"}.' };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  return isFaulty ? 1 : 0;
}

/** A line that is no JSON is the turn itself. */
function jsonOr(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

async function inWords(partner: ChatPartner): Promise<number> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '\n> ' });
  process.stdout.write(`${partner.greeting}\nAn empty line, or Ctrl+D, ends the conversation.\n`);
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() === '') break;
    let hasWords = false;
    const { reply } = await partner.say(line, {
      onTool: (sentence) => process.stdout.write(`  · ${sentence}\n`),
      onWords: (words) => {
        hasWords = true;
        process.stdout.write(words);
      },
    });
    process.stdout.write(hasWords ? '\n' : `${reply}\n`);
    lines.prompt();
  }
  lines.close();
  return 0;
}
