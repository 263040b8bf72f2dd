import * as z from 'zod';
import { chatWindow } from '#desks/customer-window.ts';
import { repWindow } from '#desks/rep-window.ts';
import { businessRecords } from '#evals/runner/business-records.ts';
import { recordChanges } from '#evals/runner/record-changes.ts';
import { whatAnswered } from '#evals/runner/transcript.ts';
import type { Redress } from '#main';
import { speaker } from '#offline-engine/speak/replies.ts';
import { conversationById } from '#storage/conversations/conversations.ts';
import { entriesAfter } from '#storage/conversations/log-entries.ts';
import { allAccounts } from '#storage/parties/accounts.ts';
import { customersOf, staff } from '#storage/parties/people.ts';
import { WrongUsage } from './command.ts';

export type ChatTurn = {
  readonly reply: string;
  readonly tools: readonly { readonly name: string; readonly input: unknown }[];
  /** What differs in the records since the turn before. */
  readonly writes: readonly Readonly<Record<string, unknown>>[];
};

type Listener = {
  readonly onTool: (sentence: string) => void;
  readonly onWords: (words: string) => void;
};

/** The service as somebody talks to it from a terminal. */
export type ChatPartner = {
  readonly greeting: string;
  say(text: string, listener?: Listener): Promise<ChatTurn>;
};

type Wanted = { readonly side: 'customer' | 'rep'; readonly account?: string; readonly caseNumber?: string };

const TextPiece = z.object({ type: z.literal('text-delta'), delta: z.string() });
const ToolPiece = z.object({ type: z.literal('tool-input-available'), toolName: z.string() });

/** Begins a conversation as a customer of an account, or as the first rep of the team. */
export async function partnerFor(redress: Redress, wanted: Wanted): Promise<ChatPartner> {
  const talk = wanted.side === 'customer' ? await asCustomer(redress, wanted) : await asRep(redress, wanted);
  let before = await businessRecords(redress.db);
  let turn = 0;
  return {
    greeting: talk.greeting,
    async say(text, listener) {
      turn += 1;
      const { conversationId, seq } = await talk.post(text);
      const unfollow =
        listener && redress.drafts.follow(conversationId, ({ chunk }) => tell(chunk, listener));
      await redress.assistant.answer(conversationId, seq);
      unfollow?.();
      const happened = await whatAnswered(redress, conversationId, seq, turn, wanted.side);
      const after = await businessRecords(redress.db);
      const writes = recordChanges(before, after).map(({ kind, facts }) => ({ kind, ...facts }));
      before = after;
      const said = [
        ...happened.flatMap((one) => (one.kind === 'answered' || one.kind === 'failed' ? [one.text] : [])),
        ...(await handedOver(redress, conversationId, seq)),
      ];
      // Nobody but the terminal's user takes part: who was handed over still waits.
      const standing = said.length > 0 ? said : (await handedOver(redress, conversationId, 0)).slice(-1);
      return {
        reply: standing.join('\n'),
        tools: happened.flatMap((one) =>
          one.kind === 'called' ? [{ name: one.tool, input: one.input }] : [],
        ),
        writes,
      };
    },
  };
}

function tell(chunk: unknown, { onTool, onWords }: Listener): void {
  const words = TextPiece.safeParse(chunk).data;
  if (words) onWords(words.delta);
  const tool = ToolPiece.safeParse(chunk).data;
  if (tool) onTool(`${sentence(tool.toolName)} …`);
}

/** What the chat shows when a turn passes the conversation to a person, and on to who writes while waiting for one. */
async function handedOver({ db }: Redress, conversationId: string, seq: number): Promise<string[]> {
  const language = (await conversationById(db, conversationId))?.language ?? 'en';
  return (await entriesAfter(db, conversationId, seq)).flatMap(({ body }) =>
    body.kind === 'handover' && (body.state === 'queued' || body.state === 'human')
      ? [speaker(language)(`human.${body.state}`, { position: body.position, waitMinutes: body.waitMinutes })]
      : [],
  );
}

/** "find_invoices" as people say it: "Find invoices". */
const sentence = (tool: string): string => {
  const words = tool.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

async function asCustomer(redress: Redress, { account: named }: Wanted) {
  const { service, db } = redress;
  const accounts = await allAccounts(db);
  const isMeant = (text: string): boolean => text.toLowerCase() === named?.toLowerCase();
  const account =
    named === undefined ? accounts[0] : accounts.find(({ id, name }) => isMeant(id) || isMeant(name));
  if (!account)
    throw new WrongUsage(
      `There is no account ${named}. There are: ${accounts.map(({ id, name }) => `${id} (${name})`).join(', ')}.`,
    );
  const [person] = await customersOf(db, account.id);
  if (!person) throw new WrongUsage(`Nobody of ${account.name} uses the chat.`);
  const chat = chatWindow(
    service,
    { personId: person.id, accountId: account.id },
    { name: person.name, language: person.language },
  );
  const { id } = await chat.start({ id: service.newId() });
  return {
    greeting: `You are ${person.name} of ${account.name}. Ask about your invoices.`,
    post: async (text: string) => {
      const { entry } = await chat.post(id, { id: service.newId(), text });
      return { conversationId: id, seq: entry.seq };
    },
  };
}

async function asRep(redress: Redress, { caseNumber }: Wanted) {
  const { service, db } = redress;
  const rep = (await staff(db)).find(({ role }) => role === 'agent');
  if (!rep) throw new WrongUsage('There are no reps in this world.');
  const own = repWindow(service, rep);
  const { id } = await own.startAssist(caseNumber);
  return {
    greeting: `You are ${rep.name}, service rep${caseNumber ? ` with ${caseNumber} open` : ''}. Ask dispute assist.`,
    post: async (text: string) => {
      const { entry } = await own.askAssist(id, { id: service.newId(), text });
      return { conversationId: id, seq: entry.seq };
    },
  };
}
