import type { LanguageModel } from 'ai';
import { readPrompt } from '#agents/prompt.ts';
import { readConfig } from '#config';
import type { CustomerDesk } from '#desks/customer-desk.ts';
import type { RepDesk } from '#desks/rep-desk.ts';
import { remoteCandidate } from '#models/model-chain.ts';
import { dialogues } from '#offline-engine/dialogues/dialogue.ts';
import { measured, type Player } from '#offline-engine/dialogues/measure.ts';
import { disputeAssistTools } from '#tools/dispute-assist.ts';
import { invoiceAssistantTools } from '#tools/invoice-assistant.ts';
import { type Command, WrongUsage } from './command.ts';

/** Of all turns so many should go as written, whoever answers. */
const leastShare = 0.98;
const seller = 'Northgate Supplies';
const speaker = { customer: 'Dana of Brightwell Foods', rep: 'Sam' };

export const dialoguesCommand: Command = {
  summary: 'Plays the scripted dialogues with the configured model and counts the turns that go as written',
  usage: 'dialogues [--only <words of a name>]',
  example: 'dialogues --only German',
  options: { only: { type: 'string' } },
  explains: {
    only: 'Only the dialogues with these words in their name',
  },
  exitCodes: {
    0: `at least ${leastShare * 100} % of the turns went as written`,
    1: 'fewer did; the others are printed with what was wrong',
    2: 'called wrongly',
  },
  async run({ values }) {
    const { model } = readConfig(process.env);
    const player = model.provider === 'offline' ? () => ({}) : playerFor(remoteCandidate(model).model);
    return report(player, typeof values.only === 'string' ? values.only : '');
  },
};

/** A model as the service would call it: with the agents' own prompts and what is written of their tools. */
export const playerFor =
  (model: LanguageModel): Player =>
  (side) => ({
    model,
    instructions: (context) =>
      side === 'rep'
        ? readPrompt('dispute-assist').fill({ seller, who: speaker.rep, context })
        : readPrompt('invoice-assistant').fill({ seller, who: speaker.customer, context }),
    manual: side === 'rep' ? disputeAssistTools(absentRep) : invoiceAssistantTools(absentCustomer),
  });

/** Desks with nobody at them: of the tools only what is written is read, none is used. */
const absentCustomer: CustomerDesk = Object.create(null);
const absentRep: RepDesk = Object.create(null);

/** Plays and prints; the exit code. */
export async function report(player: Player, only: string): Promise<number> {
  const chosen = dialogues.filter(({ name }) => name.includes(only));
  if (chosen.length === 0) throw new WrongUsage(`No dialogue has "${only}" in its name.`);
  const { turns, asWritten } = await measured(chosen, player, (fault) => process.stdout.write(`${fault}\n`));
  const share = asWritten / turns;
  process.stdout.write(
    `${asWritten} of ${turns} turns of ${chosen.length} ${chosen.length === 1 ? 'dialogue' : 'dialogues'} went as written (${(100 * share).toFixed(1)} %).\n`,
  );
  return share >= leastShare ? 0 : 1;
}
