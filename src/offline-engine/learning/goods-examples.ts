import { ownWords } from '../text/own-words.ts';
import { type GoodsOption, goodsOptions } from '../values/goods-options.ts';
import { usageOf } from '../values/goods-sentence.ts';
import { readValues } from '../values/read-values.ts';
import { type Token, tokensOfReading } from '../values/tokens.ts';
import type { Choice } from './choice-training.ts';
import type { LabelledMessage } from './corpus.ts';
import { peopleUsing } from './people.ts';

/** Each message as a choice of the words that name its goods, or of none. */
export function goodsChoices(messages: readonly LabelledMessage[]): Choice[] {
  const people = peopleUsing(messages);
  const authors = new Set(messages.map(({ author }) => author)).size;
  // An author's own use of a word says nothing about other people.
  const others = new Map([...people].map(([word, count]) => [word, count - 1]));
  const usage = usageOf(others, Math.max(1, authors - 1));
  return messages.flatMap((message) => {
    const reading = readValues(ownWords(message.text), {
      today: message.today ?? '2026-11-20',
      language: message.language,
    });
    const { side, state } = message;
    const asked = state?.asked;
    const options = goodsOptions(reading, { intent: message.intents[0] ?? '', side, asked, usage });
    const right = rightOptions(options, tokensOfReading(reading), reading.source, message);
    return right ? [{ options: options.map(({ features }) => features), right }] : [];
  });
}

/** Undefined when a label names goods in other words than the message. */
function rightOptions(
  options: readonly GoodsOption[],
  tokens: readonly Token[],
  source: string,
  { slots }: LabelledMessage,
): Set<number> | undefined {
  const names = [slots.product ?? []].flat();
  if (names.length === 0) return new Set([options.length - 1]);
  const right = new Set<number>();
  for (const name of names) {
    const start = source.toLowerCase().indexOf(String(name).toLowerCase());
    if (start < 0) return undefined;
    const end = start + String(name).length;
    const first = tokens.findIndex((token) => token.end > start);
    const last = tokens.findLastIndex((token) => token.start < end);
    // Of a name longer than any option the last words are the name.
    const at = options.findIndex((option) => option.last === last && (option.first ?? 0) >= first);
    if (at < 0) return undefined;
    right.add(at);
  }
  return right;
}
