import { describe, expect, it } from 'vitest';
import { kindOfQuestion } from '../question.ts';
import { conversation, dialogues } from './dialogue.ts';
import { playSeed } from './seed.ts';

type Wanted = { readonly tool: string; readonly input?: unknown };

/** In the data files a call is its tool's name, or the name with its input. */
function wantedCall(written: string | Record<string, unknown>): Wanted {
  if (typeof written === 'string') return { tool: written };
  const [[tool, input] = ['', undefined]] = Object.entries(written);
  return { tool, input };
}

describe.each(dialogues)('$name', ({ side, context, seed, turns }) => {
  it('goes as written', async () => {
    const talk = conversation(side, context);
    playSeed(talk, seed);
    for (const turn of turns) {
      const answer = await talk.say(turn.say);
      const said = `"${turn.say}" was answered: ${answer.text}`;
      if (turn.tools) {
        const wanted = turn.tools.map(wantedCall);
        expect(answer.calls.map(({ tool }) => tool).sort(), said).toEqual(
          wanted.map(({ tool }) => tool).sort(),
        );
        for (const { tool, input } of wanted) {
          if (input !== undefined) expect(answer.calls, said).toContainEqual({ tool, input });
        }
      }
      for (const words of turn.words) expect(answer.text, said).toContain(words);
      for (const words of turn.absent) expect(answer.text, said).not.toContain(words);
      if (turn.question) {
        expect(answer.question, said).toBe(turn.question);
        expect(kindOfQuestion(answer.text), said).toBe(turn.question);
      }
      if (turn.language) expect(answer.language, said).toBe(turn.language);
      if (turn.writes !== undefined) expect(answer.writes, said).toBe(turn.writes);
    }
  });
});
