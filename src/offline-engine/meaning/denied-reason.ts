import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';

const denied = pattern(
  `(?:^|[\\s,;:])(?:${alternatives('cues', 'not')})\\s+(\\p{L}+(?:\\s\\p{L}+){0,3}?)(?=\\s*[,;.!]|\\s*$|\\s(?:${alternatives('cues', 'but')})(?![\\p{L}\\p{N}]))`,
);

/** So many are looked at: each takes reading the text again. */
const most = 3;

/** A text without the reason that it says it was not ("missing not damaged"), where it names another; `reasonOf` reads the words of a reason. */
export function withoutDeniedReason(text: string, reasonOf: (part: string) => string | undefined): string {
  for (const found of denied.matches(text).slice(0, most)) {
    const not = reasonOf(found[1] ?? '');
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
    const left = reasonOf(rest);
    if (not !== undefined && left !== undefined && left !== not) return rest;
  }
  return text;
}
