import type { Option } from '../meaning/context.ts';
import { readValues } from '../values/read-values.ts';

type Facts = Pick<Option, 'amount' | 'issued' | 'label'>;

/**
 * What an assistant's words tell of the documents they name, by the numbers of these: the sum, the day and the words that stand between a number and the
 * next one ("INV-48270 (£94.10), INV-48271 (£41.00)"). Later words win.
 */
export function factsShown(
  texts: readonly string[],
  ids: readonly string[],
  today: string,
): ReadonlyMap<string, Facts> {
  const found = new Map<string, Facts>();
  for (const text of texts)
    for (const [id, words] of wordsBehind(text, ids)) {
      const { slots } = readValues(words, { today });
      const amount = slots.amounts[0]?.value;
      found.set(id, {
        ...found.get(id),
        label: words,
        ...(amount === undefined ? {} : { amount }),
        ...(slots.date === undefined ? {} : { issued: slots.date }),
      });
    }
  return found;
}

/** Each number with the words from it to the next one, or to the end of its line. */
function wordsBehind(text: string, ids: readonly string[]): [id: string, words: string][] {
  const places = ids
    .map((id) => ({ id, from: placeOf(id, text) }))
    .filter(({ from }) => from >= 0)
    .sort((one, other) => one.from - other.from);
  return places.map(({ id, from }, index) => {
    const [line = ''] = text
      .slice(from + id.length, places[index + 1]?.from)
      .split(/\n|(?<=^\.|[?!]|\p{L}{2}\.) /u);
    return [id, line];
  });
}

/** Where a number stands as a whole, and not within a longer one; -1 where it does not. */
const placeOf = (id: string, text: string): number =>
  text.search(new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(id)}(?![\\p{L}\\p{N}])`, 'iu'));
