import { type Figure, figuresIn } from '#domain/written-figures.ts';
import type { Finding, Grader } from '#evals/runner/evidence.ts';
import { answersIn } from '#evals/runner/evidence.ts';
import { languageOf } from './language.ts';

/** What the customer was told, and what they must not be told. */
export const factsGrader: Grader = {
  name: 'facts',
  holdsForAnyModel: false,
  grade(evidence) {
    const { must, 'must not': mustNot } = evidence.scenario.expect.says;
    const answers = answersIn(evidence);
    const newCase = evidence.changes.find((change) => change.kind === 'new case')?.facts.case;
    const meant = (fact: string) => (fact === 'case number' && typeof newCase === 'string' ? newCase : fact);
    const missing = must
      .filter((anyOf) => !anyOf.some((fact) => answers.some((answer) => states(answer.text, meant(fact)))))
      .map(
        (anyOf): Finding => ({
          grader: 'facts',
          says: `Nobody was told ${anyOf.map((fact) => `"${fact}"`).join(' or ')}.`,
        }),
      );
    const wrong = mustNot.flatMap((fact) =>
      answers
        .filter((answer) => states(answer.text, fact, true))
        .map(({ turn }): Finding => ({ grader: 'facts', says: `"${fact}" was said and must not be.`, turn })),
    );
    return [...missing, ...wrong];
  },
};

/**
 * Whether a text states a fact. Amounts, dates and quantities are compared by value ("25,00 €" is "25.00 EUR"), words without regard
 * to capitals and spacing. With `unlessDenied`, "has not been credited" does not state "has been credited".
 */
export function states(text: string, fact: string, unlessDenied = false): boolean {
  const [figure, ...more] = figuresIn(fact, 'en');
  if (
    figure &&
    more.length === 0 &&
    (figure.kind === 'money' || figure.kind === 'date') &&
    figure.text === fact.trim()
  ) {
    return figuresIn(text, languageOf(text)).some((found) => sameFigure(figure, found));
  }
  const wanted = plain(fact);
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map(plain)
    .some((sentence) => {
      const at = sentence.search(wholeWords(wanted));
      return at !== -1 && !(unlessDenied && denies(sentence.slice(0, at)));
    });
}

/** A denial holds for its clause, a condition for the whole sentence. */
const denies = (before: string) =>
  /(?:\b(?:not|no|never|nothing|cannot|without|nobody|nicht|kein\w*|nie)\b|n't\b)[^,;:]*$/.test(before) ||
  /\b(?:if|once|when|whether|wenn|falls|ob|sobald)\b/.test(before);

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[*_`“”"„]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const wholeWords = (words: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u');

function sameFigure(wanted: Figure, found: Figure): boolean {
  if (wanted.kind === 'money' && found.kind === 'money') {
    const values = new Set(wanted.readings.flat());
    return wanted.currency === found.currency && found.readings.flat().some((value) => values.has(value));
  }
  if (wanted.kind === 'date' && found.kind === 'date') {
    return wanted.dates.some((a) =>
      found.dates.some(
        (b) =>
          a.month === b.month &&
          a.day === b.day &&
          (a.year === undefined || b.year === undefined || a.year === b.year),
      ),
    );
  }
  return false;
}
