import { readAnswer } from './answer.ts';
import { readClosedWords } from './closed-words.ts';
import type { Context, Interpretation } from './context.ts';
import { readCorrection } from './correction.ts';
import { readDropping } from './dropping.ts';
import { readAddition, readEllipsis, readPick } from './follow-up.ts';
import { momentOf, type Reader } from './moment.ts';
import { readSeveral, readSeveralDisputes } from './several.ts';
import { readSingle } from './single.ts';

const readers: readonly Reader[] = [
  readClosedWords,
  readDropping,
  readCorrection,
  readAnswer,
  readAddition,
  readEllipsis,
  readPick,
  readSeveral,
  readSeveralDisputes,
];

/** What a message means where it stands. */
export function interpret(message: string, context: Context): Interpretation {
  const moment = momentOf(message, context);
  for (const reader of readers) {
    const found = reader(moment);
    if (found) return found;
  }
  return readSingle(moment);
}
