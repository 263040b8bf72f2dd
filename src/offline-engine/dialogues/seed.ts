import type { JSONValue } from 'ai';
import type { conversation, Dialogue } from './dialogue.ts';

type Talk = ReturnType<typeof conversation>;

/** Puts the turns of another model into a conversation; a tool without a written result is really used. */
export function playSeed(talk: Talk, seed: Dialogue['seed']): void {
  for (const [index, part] of seed.entries()) {
    if ('user' in part) {
      talk.world.wrote(part.user);
      talk.messages.push({ role: 'user', content: part.user });
    } else if ('assistant' in part) talk.messages.push({ role: 'assistant', content: part.assistant });
    else {
      const id = `seed-${index}`;
      const value =
        part.result === undefined ? used(talk, part.tool, part.input) : { ok: true, result: part.result };
      const json: JSONValue = JSON.parse(JSON.stringify(value));
      talk.messages.push({
        role: 'assistant',
        content: [{ type: 'tool-call', toolCallId: id, toolName: part.tool, input: part.input }],
      });
      talk.messages.push({
        role: 'tool',
        content: [
          { type: 'tool-result', toolCallId: id, toolName: part.tool, output: { type: 'json', value: json } },
        ],
      });
    }
  }
}

const used = (talk: Talk, name: string, input: unknown): unknown =>
  name === 'open_dispute' ? talk.world.seeded.open_dispute(input) : talk.world.seeded.get_invoice(input);
