import { partsOf } from '../text/clauses.ts';
import { noSlots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf, dateWords, listPattern, startsWith } from '../words/words.ts';
import { lineNamedIn } from './answered-pick.ts';
import { afterCorrecting } from './correction.ts';
import { act, type Moment, type Reader, understood } from './moment.ts';
import { byGoods } from './options.ts';
import { namesLine, numbersOf } from './plain-number.ts';

const fine = anyOf('answers', 'fine');
const takeOut = anyOf('answers', 'take-out');
const denied = pattern(`(?<!\\p{L})(?:${alternatives('cues', 'not')}|${alternatives('cues', 'never')})\\s*$`);
const but = anyOf('cues', 'but');
const not = anyOf('cues', 'not');
const isDenied = startsWith('cues', 'not');
const comma = /,\s/;
/** What may stand beside goods that are named: articles, "line", "please", "and". */
const beside = pattern(
  `^(?:${alternatives('cues', 'the')}|${alternatives('references', 'the')}|${listPattern('articles')}|${alternatives('documents', 'line')}|${alternatives('answers', 'yes-more')}|${dateWords('and')}|${dateWords('the')})$`,
);
const mostWords = 8;
const nothing = /^[\s.!,]*$/;

/** "The gauges are fine", "remove the pumps", "not line 2", said of what was read back: those lines are not in dispute. */
export const readTakenOut: Reader = (moment) => {
  const { raw, words, context } = moment;
  const isReadBack = context.asked === 'confirmation' && context.pending === 'dispute.open';
  if (!isReadBack || words > mostWords) return undefined;
  const said = afterCorrecting(raw);
  const instead = meantInstead(moment, said);
  if (instead !== undefined)
    return understood(moment, [act('correct', { ...noSlots(), line: instead }, moment.text)]);
  const well = saidFine(said);
  const lines = well === undefined ? takenLines(moment, said) : linesNamed(moment, well);
  if (lines.length > 0) return understood(moment, [act('exclude', { ...noSlots(), lines }, moment.text)]);
  return isSaidOfGoods(moment, well ?? saidFine(said.replace(not, ' ').replace(/\s+/g, ' ')))
    ? understood(moment, [act('hesitate', noSlots(), moment.text)])
    : undefined;
};

/** What is said of goods or lines, though not of which: that is to be asked. */
const isSaidOfGoods = (moment: Moment, said: string | undefined): boolean =>
  said !== undefined && (namesGoods(moment, said) || namesLine({ text: said }));

/** The lines that some words name and nothing else; none where one of the words is not understood. */
function linesNamed(moment: Moment, said: string): number[] {
  const parts = partsOf(said);
  const lines = parts.flatMap((part) => lineNamedIn(moment, part) ?? []);
  const numbers = (text: string): number => numbersOf(moment.read(text)).length;
  const isAll = numbers(said) === parts.reduce((sum, part) => sum + numbers(part), 0);
  return lines.length === parts.length && isAll ? lines : [];
}

/** The lines that are to be taken out, where nothing but them stands beside the words for it: "have not arrived" takes nothing out. */
function takenLines(moment: Moment, said: string): number[] {
  const named = withoutTaking(said);
  if (named === undefined || comma.test(said)) return [];
  const goods = (word: string): boolean => namesGoods(moment, word) || beside.test(word);
  return named.match(/\p{L}+/gu)?.every(goods) ? linesNamed(moment, named) : [];
}

/** "Not the pumps but the gauges": the line that is meant instead. */
function meantInstead(moment: Moment, said: string): number | undefined {
  const [first = '', second, ...more] = said.split(isDenied.test(said) && !but.test(said) ? comma : but);
  if (second === undefined || more.length > 0 || takenLines(moment, first).length !== 1) return undefined;
  return lineNamedIn(moment, second);
}

/** What stands before "are fine", when a message ends with it. */
function saidFine(said: string): string | undefined {
  const found = fine.exec(said);
  if (!found || !nothing.test(said.slice(found.index + found[0].length))) return undefined;
  const before = said.slice(0, found.index);
  return nothing.test(before) || denied.test(before) ? undefined : before;
}

/** What is left of "remove the pumps", "take the pumps out", without the words for taking out. */
function withoutTaking(said: string): string | undefined {
  const left = takeOut
    .matches(said)
    .reduceRight(
      (rest, { index, 0: found }) => `${rest.slice(0, index)} ${rest.slice(index + found.length)}`,
      said,
    );
  return left === said ? undefined : left;
}

/** Whether any word of a text is of goods that were shown. */
const namesGoods = ({ context }: Moment, said: string): boolean =>
  (said.match(/\p{L}+/gu) ?? []).some((word) => byGoods(undefined, word, context.lines) !== undefined);
