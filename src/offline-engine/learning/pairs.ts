import { seededRandom } from '../text/seeded-random.ts';
import { wordFiles } from '../words/languages.ts';
import type { LabelledMessage } from './corpus.ts';

/** Two messages of one author as one: what several requests in a message look like. */
export type Pair = {
  readonly first: LabelledMessage;
  readonly second: LabelledMessage;
  readonly text: string;
};

const isRequest = ({ intents: [intent = ''], intents, state, text }: LabelledMessage): boolean =>
  intents.length === 1 &&
  state === undefined &&
  text.length < 160 &&
  /^(?:invoice|balance|statement|payment|due|billing|dispute|case|human|rep)/.test(intent);

/** What joins two requests in a language. */
const jointsOf = (language: string): string[] =>
  wordFiles.get(language)?.joints.split('|').filter(Boolean) ?? [];

/** Pairs of requests that differ, the same ones every time: one for about every third message. */
export function pairsOf(messages: readonly LabelledMessage[]): Pair[] {
  const random = seededRandom(21);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const groups = Map.groupBy(
    messages.filter(isRequest),
    ({ author, side, language }) => `${author} ${side} ${language}`,
  );
  return [...groups.values()].flatMap((group) =>
    group.flatMap((first): Pair[] => {
      const second = pick(group);
      if (random() > 0.6 || !second || second.intents[0] === first.intents[0]) return [];
      const joint = pick(jointsOf(first.language)) ?? '. ';
      return [{ first, second, text: `${first.text.replace(/[.!?]+$/, '')}${joint}${second.text}` }];
    }),
  );
}
