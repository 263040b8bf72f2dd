import { documentDigits } from '../values/documents.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf, dateWords } from '../words/words.ts';

const denied = pattern(
  `(?:^|[\\s,;:])(?:${alternatives('cues', 'not')})\\s+(\\p{L}+(?:\\s\\p{L}+){0,3}?)(?=\\s*[,;.!]|\\s*$|\\s(?:${alternatives('cues', 'but')})(?![\\p{L}\\p{N}]))`,
);

const noIssue = anyOf('cues', 'no-issue');
/** "No VAT question" */
export const deniesIssue = (text: string): boolean => noIssue.test(text);

const notFine = pattern(
  `(?<!\\p{L})(?:${alternatives('cues', 'not')}|${alternatives('cues', 'never')})(?!\\p{L})`,
);
const fineBut = pattern(
  `(?:\\p{L}+\\s+){1,6}(?:${alternatives('cues', 'fine')})(?!\\p{L})[\\s,;.]*(?:${alternatives('cues', 'but')})(?!\\p{L})`,
);

/** A claim without what it says is as it should be: "the vessels are fine but only 7 thermostats came". */
export const withoutWhatIsFine = (text: string): string =>
  text.replace(fineBut, (found) => (notFine.test(found) ? found : ' '));

/** So many are looked at: each takes reading the text again. */
const most = 3;

/** A text without the reason that it says it was not ("missing not damaged"), where it names another; `reasonOf` reads the words of a reason. */
export function withoutDeniedReason(said: string, reasonOf: (part: string) => string | undefined): string {
  // "No VAT question, just the price"
  const text = said.replace(noIssue, (found) => (reasonOf(found) === undefined ? found : ' '));
  for (const found of denied.matches(text).slice(0, most)) {
    const not = reasonOf(found[1] ?? '');
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
    const left = reasonOf(rest);
    if (not !== undefined && left !== undefined && left !== not) return rest;
  }
  return text;
}

const article = [alternatives('cues', 'the'), dateWords('the')].join('|');
const beforeNumber = pattern(
  `(?<!\\p{L})(?:${alternatives('cues', 'not')})(?:\\s+(?:${article}))?(?:\\s+(?:${alternatives('documents', 'invoice')}|${alternatives('documents', 'case')}))?\\s*[#\\p{L}-]*$`,
);
const joined = pattern(
  `^\\s*(?:${alternatives('cues', 'and')}|${dateWords('and')}|${alternatives('cues', 'or')})\\s+[#\\p{L}-]*\\d`,
);

/**
 * The document numbers of a text but those that it says are not meant: "not INV-0956, I mean INV-0998". The "not" stands right before the
 * number: in "I do not have INV-0956 and INV-0998" both are meant.
 */
export function withoutDenied(numbers: readonly string[], text: string): string[] {
  const isDenied = (number: string): boolean => {
    const digits = documentDigits(number);
    const at = digits === '' ? -1 : text.indexOf(digits);
    return (
      at > 0 &&
      beforeNumber.test(text.slice(Math.max(0, at - reach), at)) &&
      !joined.test(text.slice(at + digits.length))
    );
  };
  const meant = numbers.filter((number) => !isDenied(number));
  return meant.length > 0 ? meant : [...numbers];
}

const reach = 30;
