import { isQuestion } from './meaning/rule.ts';
import { wordCount } from './text/word-count.ts';
import { pattern } from './words/pattern.ts';
import { alternatives, anyOf, longestFirst, merged, startsWith, wholeWords } from './words/words.ts';

const yes = startsWith('answers', 'yes');
/** "Open it", "then file the case": what the question offers to do. */
const does = startsWith('answers', 'yes-does');
const begins = startsWith('answers', 'yes-begins');
const yesMore = pattern(
  `^(?:(?:${alternatives('answers', 'yes-more')}|${alternatives('answers', 'yes')})(?![\\p{L}\\p{N}])[\\s,.!]*)+`,
);
const plainEnd = pattern(
  `^[^\\p{L}\\p{N}?]*(?:(?:${(['yes-ends', 'yes-more', 'yes'] as const).map((key) => alternatives('answers', key)).join('|')})(?![\\p{L}\\p{N}])[^\\p{L}\\p{N}?]*)*$`,
);
const leaving = pattern(
  `(?<![\\p{L}\\p{N}])(?:${alternatives('answers', 'bye')})(?![\\p{L}\\p{N}])[\\s,.!]*$`,
);
const no = startsWith('answers', 'no');
const stop = startsWith('answers', 'stop');
const correcting = startsWith('answers', 'correcting');
const correction = anyOf('answers', 'correction');

const firm = anyOf('answers', 'yes-firm');
const beside = startsWith('answers', 'yes-beside');
const partsIt = pattern(`[.,;:!\\n]|(?<![\\p{L}\\p{N}])(?:${alternatives('answers', 'yes-beside')})\\s*$`);
/** What makes a yes depend on something, or asks for something else than was read back. */
const turns = [
  anyOf('answers', 'yes-depends'),
  correction,
  ...(['but', 'not', 'never', 'only', 'instead'] as const).map((key) => anyOf('cues', key)),
  wholeWords(longestFirst(merged('numbers').keys())),
];
const sentenceEnd = /(?<=[.!?;:])\s+|\n+/;
const wordsBeside = { least: 2, most: 25 };

/** How much of a message is left after its yes; undefined when it does not begin with one: "yeah nah" is a no. */
export function afterYes(text: string): string | undefined {
  const whole = text.trim();
  // "Oh yes", "well, ok"
  const said = yes.test(whole) ? whole : whole.replace(begins, '');
  const found = yes.exec(said);
  const refused = no.exec(whole)?.[0].length ?? 0;
  return found && found[0].length >= refused ? said.slice(found[0].length).replace(yesMore, '') : undefined;
}

/** Whether a message is a refusal, a stop or a correction of what was asked. */
export const readsAsRefusal = (text: string): boolean =>
  no.test(text.trim()) ||
  stop.test(text.trim()) ||
  correcting.test(text.trim()) ||
  (afterYes(text) === undefined && correction.test(text));

/** How much is left after an order to do what the question offers; undefined when a message does not begin with one. */
function afterDoing(text: string): string | undefined {
  const said = text.trim();
  return does.test(said) ? said.replace(does, '').replace(yesMore, '') : undefined;
}

/** Whether a message is a yes and nothing else: every word behind the yes is one of a closed list, so that "go ahead and bin it" is none. */
export function readsAsPlainYes(text: string): boolean {
  const rest = afterYes(text) ?? afterDoing(text);
  if (rest === undefined || readsAsRefusal(rest)) return false;
  // "Yes thanks, bye" agrees and leaves; "ok, bye" may only leave.
  const isFirm = firm.test(text.trim().slice(0, -rest.length || undefined));
  return plainEnd.test(isFirm ? rest.replace(leaving, '') : rest);
}

/** A plain yes, and what is asked or wished beside it. */
export type YesAndMore = { readonly yes: string; readonly more: string };

/**
 * "Yes. And can I get a copy?": a plain yes with questions or wishes that stand apart from it. Undefined where anything may change what was
 * read back, or make the yes depend on something: a number, a "but", an "if", "first", "add".
 */
export function yesAndMore(text: string): YesAndMore | undefined {
  const said = text.trim();
  const rest = afterYes(said);
  if (!rest || wordCount(rest) > wordsBeside.most) return undefined;
  const head = said.slice(0, said.length - rest.length);
  const isApart = partsIt.test(head) || beside.test(rest);
  if (!isApart || !firm.test(head)) return undefined;
  const more = withoutJoint(rest);
  const mayTurn = /\d/.test(rest) || readsAsRefusal(more) || turns.some((words) => words.test(more));
  const isAsked = sentencesOf(more).every((sentence) => isQuestion(withoutJoint(sentence)));
  return wordCount(more) >= wordsBeside.least && !mayTurn && isAsked ? { yes: head.trim(), more } : undefined;
}

const sentencesOf = (text: string): string[] => text.split(sentenceEnd).filter((part) => part.trim());

function withoutJoint(text: string): string {
  const left = text.replace(beside, '');
  return left === text ? text : withoutJoint(left);
}

/** Whether a message is a plain yes, without a condition and without a change; it may ask for something else beside it. */
export const readsAsYes = (text: string): boolean => readsAsPlainYes(text) || yesAndMore(text) !== undefined;
