import { featuresOf } from '../intent/features.ts';
import { predict } from '../intent/linear-model.ts';
import { storedWeights } from '../intent/stored-weights.ts';
import { wordFiles } from '../words/languages.ts';
import { pattern } from '../words/pattern.ts';
import { anyOf, startsWith, wholeWords } from '../words/words.ts';

/** A language nobody wrote a pack for. */
export const otherLanguage = 'other';

/** From here on a text is taken to be in another language than the conversation: more for short texts, as "ok" is in all. */
const least = { short: 0.85, usual: 0.6, other: 0.8, halfKnown: 0.9, plain: 0.5, ruledOut: 0.1 };
/** Of two words one that nobody wrote before. */
const halfKnown = 0.5;
/** From here on a conversation goes on in another language: "asdf qwerty" is of none. */
export const sureEnoughToAnswer = 0.7;

const askedFor = [...wordFiles].map(([language, file]) => [language, wholeWords(file['asked-for'])] as const);
const wishes = [...wordFiles].map(([language, file]) => [language, wholeWords(file['wished-for'])] as const);
/** Longer messages name a language in passing. */
const mostWords = 9;

const why = startsWith('requests', 'why');
const not = anyOf('cues', 'never');

/** The language somebody asks to go on in: "can we do this in German?" Who asks why it is German, or wants it no more, wants their own. */
export function askedLanguage(text: string): string | undefined {
  if (text.split(/\s+/).length > mostWords) return wishedLanguage(text);
  const named = askedFor.find(([, words]) => words.test(text))?.[0] ?? wishedLanguage(text);
  return named !== undefined && (why.test(text) || not.test(text)) ? detectLanguage(text, named) : named;
}

/** "Sorry, can we speak German? How many invoices are open?": a wish at the beginning of a longer message, in the language it names. */
function wishedLanguage(text: string): string | undefined {
  const [wish = ''] = /^[^?!:.]{0,80}/.exec(text) ?? [];
  const named = wishes.find(([, words]) => words.test(wish))?.[0];
  return named !== undefined && !why.test(wish) && !not.test(wish) ? named : undefined;
}

const ownWords = [...wordFiles].map(([language, { reasons, documents, requests }]) => {
  const words = [
    ...Object.values(reasons),
    ...[documents.invoice, documents.case, documents.statement, requests['open-items']],
  ];
  return [language, wholeWords(words.filter(Boolean).join('|') || '(?!)')] as const;
});

/** The language of a few words by what they name: "kapot" is broken in one language only, and "Rechnungen" are invoices. */
export function languageOfOwnWords(text: string, fallback: string): string {
  if (wordCount(text) > mostBare) return fallback;
  const found = ownWords
    .filter(([, words]) => (words.exec(text)?.[0].length ?? 0) >= fewestLetters)
    .map(([language]) => language);
  return found.length === 1 ? (found[0] ?? fallback) : fallback;
}

const mostBare = 3;
/** "Inv 20418" is written in every language. */
const fewestLetters = 4;
const wordCount = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0;

/** Whether a message is long enough, or plain enough, to settle the language of a conversation. */
export function tellsLanguage(text: string): boolean {
  // "Hoi" is said in several languages.
  if (greetingIn(text).length > 0) return false;
  const count = wordCount(text);
  if (count === 0 || count >= mostBare) return count > 0;
  const model = storedWeights().language;
  const { score, known } = predict(model, featuresOf(text, model.options));
  return known > 0 && score > least.short;
}

const greetings = [...wordFiles].map(
  ([language, { answers }]) => [language, pattern(`^(?:${answers.greet ?? '(?!)'})[\\s.!,]*$`)] as const,
);

/** The languages in which a text is a greeting and nothing else. */
const greetingIn = (text: string): string[] =>
  greetings.filter(([, words]) => words.test(text.trim())).map(([language]) => language);

const fillers = new Map(
  [...wordFiles].map(([language, { filler }]) => [language, new Set(filler.split(/\s+/))]),
);

/** Whether one of the small words of a language stands there that another does not have: "status of CASE-1183". */
const hasOwnFiller = (words: readonly string[], language: string, other: string): boolean =>
  words.some((word) => fillers.get(language)?.has(word) && !fillers.get(other)?.has(word));

/** The language of a text; `fallback` unless the text clearly is in another one, `otherLanguage` when it is in none that is understood. */
export function detectLanguage(text: string, fallback: string, usual = least.usual): string {
  const short = text.slice(0, 1000);
  const words = short.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  if (words.length === 0)
    return /\p{L}/u.test(short) && !/\p{Script=Latin}/u.test(short) ? otherLanguage : fallback;
  if (!/\p{Script=Latin}/u.test(short)) return otherLanguage;
  const greeted = greetingIn(short);
  if (greeted.length > 0) return greeted.includes(fallback) ? fallback : (greeted[0] ?? fallback);
  const model = storedWeights().language;
  const found = predict(model, featuresOf(short, model.options));
  if (found.label === fallback) return fallback;
  const needed = found.label === otherLanguage ? least.other : words.length < 3 ? least.short : usual;
  if (found.label === otherLanguage && words.length < 4) return fallback;
  const isHalfKnown = words.length < mostBare && found.known <= halfKnown && found.score <= least.halfKnown;
  if (isHalfKnown || found.known === 0) return fallback;
  const isPlain =
    found.score > least.plain &&
    found.scoreOf(fallback) < least.ruledOut &&
    hasOwnFiller(words, found.label, fallback);
  return isPlain || found.score > needed ? found.label : fallback;
}
