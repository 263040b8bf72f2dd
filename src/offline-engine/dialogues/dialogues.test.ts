import { afterAll, describe, expect, it } from 'vitest';
import { kindOfQuestion } from '../question.ts';
import { type Answered, conversation, type Dialogue, dialogues } from './dialogue.ts';
import { playSeed } from './seed.ts';

type Turn = Dialogue['turns'][number];
type Wanted = { readonly tool: string; readonly input?: unknown };

/** In the data files a call is its tool's name, or the name with its input. */
function wantedCall(written: string | Record<string, unknown>): Wanted {
  if (typeof written === 'string') return { tool: written };
  const [[tool, input] = ['', undefined]] = Object.entries(written);
  return { tool, input };
}

function expectAsWanted(turn: Turn, answer: Answered): void {
  const said = `"${turn.say}" was answered: ${answer.text}`;
  if (turn.tools) {
    const wanted = turn.tools.map(wantedCall);
    expect(answer.calls.map(({ tool }) => tool).sort(), said).toEqual(wanted.map(({ tool }) => tool).sort());
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
}

/** A turn as wanted, or what was wrong with it. */
function faultOf(turn: Turn, answer: Answered): string | undefined {
  try {
    expectAsWanted(turn, answer);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Of all turns so many must go as written, each misreading counted with what follows from it; the aim is 98 in 100. */
const leastShare = 0.92;
const faults: string[] = [];
let turnCount = 0;

describe('scripted dialogues', () => {
  describe.each(dialogues)('$name', ({ name, side, context, seed, turns }) => {
    it('writes just what was agreed to', async () => {
      const talk = conversation(side, context);
      playSeed(talk, seed);
      for (const turn of turns) {
        const answer = await talk.say(turn.say);
        turnCount += 1;
        const fault = faultOf(turn, answer);
        if (fault) faults.push(`${name}: ${fault}`);
        // What is not understood is asked again; it never writes more than was wanted.
        if (turn.writes !== undefined)
          expect(answer.writes, `"${turn.say}" was answered: ${answer.text}`).toBeLessThanOrEqual(
            turn.writes,
          );
      }
    });
  });

  it('go as written in nearly all their turns', () => {
    expect(turnCount).toBeGreaterThanOrEqual(350);
    const share = (turnCount - faults.length) / turnCount;
    expect(share, faults.join('\n')).toBeGreaterThanOrEqual(leastShare);
  });

  afterAll(() => {
    if (faults.length > 0)
      process.stdout.write(`Turns not as written, ${faults.length} of ${turnCount}:\n${faults.join('\n')}\n`);
  });
});
