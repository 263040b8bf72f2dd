import { wordCount } from '../text/word-count.ts';
import { anyOf } from '../words/words.ts';

const unknown = anyOf('answers', 'unknown');
const mostWords = 6;

/** "No idea"; to have no idea where the driver went tells of something else. */
export const saysUnknown = (text: string): boolean => wordCount(text) <= mostWords && unknown.test(text);
