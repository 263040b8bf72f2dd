import { readsAsYes } from '../reading.ts';
import { faultsOf, wantedCalls } from './as-written.ts';
import { type Answered, type Conversation, conversation } from './conversation.ts';
import type { Dialogue, Turn } from './dialogue.ts';
import { lastWords } from './other-model/in-other-words.ts';
import { playSeed, pushCall } from './seed.ts';

export type PlayedTurn = {
  readonly turn: Turn;
  readonly answer: Answered;
  readonly faults: readonly string[];
  /** The conversation as it stood when the turn was said. */
  readonly before: Conversation;
};

/** Plays a dialogue with the engine. After a turn that is known to be misread it goes on as if that had been answered as wanted. */
export async function played(dialogue: Dialogue): Promise<PlayedTurn[]> {
  const { side, context, seed, turns } = dialogue;
  const talk = conversation(side, context);
  await playSeed(talk, seed);
  return playedOn(talk, turns);
}

/** Goes on with a conversation. */
export async function playedOn(talk: Conversation, turns: readonly Turn[]): Promise<PlayedTurn[]> {
  const all: PlayedTurn[] = [];
  for (const turn of turns) {
    const before = talk.copy();
    const aside = turn.misread ? talk.copy() : talk;
    const answer = await aside.say(turn.say);
    all.push({ turn, answer, faults: faultsOf(turn, answer), before });
    if (turn.misread) await answerAsWanted(talk, turn);
  }
  return all;
}

/** Goes on after another model's words: a yes to those is read back once more in our own, and the person says it again. */
export async function playedOnAfterOther(
  talk: Conversation,
  [first, ...turns]: readonly Turn[],
): Promise<PlayedTurn[]> {
  if (!first) return [];
  const [played] = await playedOn(talk, [first]);
  if (!played) return [];
  const isReadBack =
    played.faults.length > 0 && played.answer.question === 'confirmation' && readsAsYes(first.say);
  const [again = played] = isReadBack ? await playedOn(talk, [first]) : [];
  return [again, ...(await playedOn(talk, turns))];
}

/** Another model reads the turn rightly: it uses the wanted tools and asks what is wanted. */
async function answerAsWanted(talk: Conversation, turn: Turn): Promise<void> {
  talk.messages.push({ role: 'user', content: turn.say });
  talk.world.wrote(talk.messages);
  for (const [at, { tool, input = {} }] of (wantedCalls(turn) ?? []).entries())
    pushCall(
      talk,
      `wanted-${talk.messages.length}-${at}`,
      { tool, input },
      await talk.world.use(talk.side, tool, input),
    );
  const words = lastWords(talk.messages, turn.question ?? 'none', turn.language ?? 'en');
  talk.messages.push({ role: 'assistant', content: words });
}
