import { afterYes, readsAsYes } from '../reading.ts';
import { slipsBetween } from '../text/edit-distance.ts';
import { noSlots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf, startsWith } from '../words/words.ts';
import { afterCorrecting } from './correction.ts';
import { act, type Moment, type Reader, understood } from './moment.ts';

const no = startsWith('answers', 'no');
const stop = anyOf('answers', 'stop');
const not = anyOf('cues', 'not');
const yes = pattern(
  `(?<![\\p{L}\\p{N}])(?:${alternatives('answers', 'yes')}|${alternatives('answers', 'yes-more')})(?![\\p{L}\\p{N}])`,
);
const addIt = `(?:${alternatives('requests', 'add-it')})`;
const before = pattern(`^${addIt}\\s*[,:;.!-]+\\s*`);
const after = pattern(`[\\s,.;:!-]*(?:^|[,.;:!-]\\s*)${addIt}[\\s.!]*$`);
const adding = pattern(`^(?:${alternatives('requests', 'adding')})(?![\\p{L}\\p{N}])[\\s,:]*`);

const leastNote = 2;
const mostWords = 4;
/** So many slips make another word of one of so many letters. */
const mostSlips = 2;
const leastLetters = 5;

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}.,'-]*(?<![.,'-])/gu) ?? [];
const contentOf = (text: string): string[] =>
  wordsIn(text.toLowerCase()).filter((word) => word.length >= mostWords || /\d/.test(word));

/** "Our contract price is 12.90, please add that", "fenders of course": the note that was read back said anew, more of it, or one word put right. */
export const readNoteAnew: Reader = (moment) => {
  const { raw, text, context } = moment;
  const { note, asked } = context;
  const said = afterCorrecting(raw).trim();
  const isAnswer = readsAsYes(raw) || afterYes(raw) === '' || /\?\s*$/.test(raw);
  const isRefusal = stop.test(raw) || no.test(said) || said === '';
  if (note === undefined || asked !== 'confirmation' || isAnswer || isRefusal) return undefined;
  const anew = saidAnew(said, note) ?? withWord(said, note) ?? withNumber(said, note);
  if (anew !== undefined)
    return understood(moment, [{ ...act('case.add_info', noSlots(), text), note: anew }]);
  return isUnclear(moment, said) ? understood(moment, [act('hesitate', noSlots(), text)]) : undefined;
};

/** The note in other words, or with more beside it. */
function saidAnew(said: string, note: string): string | undefined {
  const wanted = said.replace(before, '').replace(after, '').replace(adding, '').trim();
  if (wordsIn(wanted).length < leastNote) return undefined;
  const known = contentOf(note);
  const content = contentOf(wanted);
  const shared = content.filter((word) => known.includes(word)).length;
  if (shared >= leastNote && 2 * shared >= Math.min(content.length, known.length)) return wanted;
  return wanted === said ? undefined : `${note.replace(/[\s.]+$/, '')}. ${wanted}`;
}

/** "Fenders of course", where "vendors" stood. */
function withWord(said: string, note: string): string | undefined {
  if (wordsIn(said).length > mostWords || not.test(said)) return undefined;
  const [word = '', ...others] = wordsIn(said.replace(yes, ' ')).filter((one) => one.length >= leastLetters);
  if (word === '' || others.length > 0) return undefined;
  const isLike = (one: string): boolean => {
    const slips = slipsBetween(one.toLowerCase(), word.toLowerCase());
    return one.length >= leastLetters && slips > 0 && slips <= mostSlips;
  };
  const [meant, ...more] = [...new Set(wordsIn(note).filter(isLike))];
  return meant !== undefined && more.length === 0 ? note.replace(meant, () => word) : undefined;
}

const number = /\d+(?:[.,]\d+)*/g;

/** "13.90", where 12.90 stood: the only number of the note put right by the first of a few words. */
function withNumber(said: string, note: string): string | undefined {
  const [meant] = said.match(number) ?? [];
  const [stood, ...others] = note.match(number) ?? [];
  const isPlain = wordsIn(said).length <= mostWords && meant !== undefined && meant !== stood;
  return isPlain && stood !== undefined && others.length === 0 ? note.replace(stood, () => meant) : undefined;
}

/** A few words that are no refusal and no other wish: the note is kept, and read back once more. */
const isUnclear = ({ strongOther, words, prediction }: Moment, said: string): boolean =>
  words <= mostWords && !strongOther && !not.test(said) && /^(?:deny|cancel|correct)$/.test(prediction.label);
