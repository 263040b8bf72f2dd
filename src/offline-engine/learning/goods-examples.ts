import { plain } from '../intent/features.ts';
import { ownWords } from '../text/clauses.ts';
import { featuresOfWord, type Token, tokensOfReading, usageOf } from '../values/goods.ts';
import { readValues } from '../values/read-values.ts';
import type { LabelledMessage } from './corpus.ts';
import type { Example } from './linear-training.ts';

/** How many authors use each word. */
export function peopleUsing(messages: readonly LabelledMessage[]): Map<string, number> {
  const authorsOf = new Map<string, Set<string>>();
  for (const { text, author } of messages)
    for (const word of plain(text).match(/[\p{L}\p{N}]+(?:['’&./-][\p{L}\p{N}]+)*/gu) ?? []) {
      const authors = authorsOf.get(word);
      if (authors) authors.add(author);
      else authorsOf.set(word, new Set([author]));
    }
  return new Map([...authorsOf].map(([word, authors]) => [word, authors.size]));
}

/** Each word of the messages with its place in the name of the goods: begin, in, or out. */
export function goodsExamples(messages: readonly LabelledMessage[]): Example[] {
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
    const tokens = tokensOfReading(reading);
    const places = placesOf(tokens, reading.source, message);
    if (!places) return [];
    const intent = message.intents[0] ?? '';
    return tokens.flatMap((token, at) =>
      token.isValue && !/^\d/.test(token.text)
        ? []
        : [
            {
              features: featuresOfWord(tokens, at, {
                before: places[at - 1] ?? 'out',
                intent,
                usage,
                language: message.language,
              }),
              label: places[at] ?? 'out',
            },
          ],
    );
  });
}

/** Undefined when a label names goods in other words than the message. */
function placesOf(
  tokens: readonly Token[],
  source: string,
  { slots }: LabelledMessage,
): string[] | undefined {
  const places = tokens.map(() => 'out');
  for (const name of [slots.product ?? []].flat()) {
    const start = source.toLowerCase().indexOf(String(name).toLowerCase());
    if (start < 0) return undefined;
    const end = start + String(name).length;
    let isFirst = true;
    for (const [at, token] of tokens.entries()) {
      if (token.end <= start || token.start >= end) continue;
      places[at] = isFirst ? 'begin' : 'in';
      isFirst = false;
    }
  }
  return places;
}
