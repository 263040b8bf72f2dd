import { missesOf } from './as-told.ts';
import { faultsOf } from './as-written.ts';
import { conversation, type Setting } from './conversation.ts';
import type { Dialogue } from './dialogue.ts';
import { playSeed } from './seed.ts';

/** Who answers; without a model the offline engine, which is held to its very words. */
export type Player = (side: Dialogue['side']) => Pick<Setting, 'model' | 'instructions' | 'manual'>;

export type Measured = { readonly turns: number; readonly asWritten: number };

/** Plays dialogues with a model and counts the turns that went as written; `tell` is given what was wrong with the others. */
export async function measured(
  dialogues: readonly Dialogue[],
  player: Player,
  tell: (fault: string) => void,
): Promise<Measured> {
  const count = { turns: 0, asWritten: 0 };
  for (const { name, side, context, seed, turns } of dialogues) {
    const setting = player(side);
    const judge = setting.model ? missesOf : faultsOf;
    const talk = conversation(side, context, setting);
    await playSeed(talk, seed);
    for (const turn of turns) {
      const answer = await talk.say(turn.say);
      const faults = judge(turn, answer);
      count.turns += 1;
      if (faults.length === 0) count.asWritten += 1;
      else tell(`${name}: "${turn.say}": ${faults.join('; ')}`);
    }
  }
  return count;
}
