import { wordFiles } from './words/languages.ts';
import { pattern } from './words/pattern.ts';
import { type QuestionKind, questionKinds } from './words/word-file.ts';
import { alternatives } from './words/words.ts';

const kinds = questionKinds.map((kind) => [kind, pattern(alternatives('questions', kind))] as const);

const shortened = [...wordFiles.values()].flatMap(({ units }) =>
  Object.values(units)
    .flat()
    .flatMap((unit) => (unit.endsWith('.') ? [unit.slice(0, -1)] : [])),
);
/** "Ile z 36 szt. w pozycji 2 …?": the point of a short unit ends no sentence. */
const withPoint = new RegExp(
  `(?<!\\p{L})(${[...new Set(shortened)].join('|') || '(?!)'})\\.(?=\\s\\p{Ll})`,
  'gu',
);

/** The last question of an assistant's message, or undefined when it asks nothing. */
export function lastQuestion(text: string): string | undefined {
  const unquoted = text.replace(/["“„][^"”“\n]*["”“]/g, '""').replace(withPoint, '$1');
  const closing = /[^.!?\n]*\?[*_\s]*$/.exec(unquoted);
  return (
    closing?.[0].trim() ??
    unquoted
      .match(/[^.!?\n]*\?/g)
      ?.at(-1)
      ?.trim()
  );
}

export function questionIn(text: string): QuestionKind | undefined {
  const question = lastQuestion(text);
  return question === undefined ? undefined : kinds.find(([, words]) => words.test(question))?.[0];
}

/** What an assistant's message ends by asking: "confirmation", "quantity", "invoice" …; "other" for an unknown question, "none" for no question. */
export const kindOfQuestion = (text: string): string =>
  questionIn(text) ?? (lastQuestion(text) === undefined ? 'none' : 'other');
