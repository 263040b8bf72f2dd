import { pattern } from '../words/pattern.ts';
import { alternatives, listPattern } from '../words/words.ts';

const longest = 4000;
const signature = pattern(`^\\s*(?:${listPattern('signature')})[\\s,.!]*$`);
const quoted = /^\s*>/;
const quoteSign = /^[\s>]+/;
/** "On 16 November, billing wrote:" stands before what is quoted and is of the mail program. */
const attribution = pattern(`\\d.*(?<![\\p{L}])(?:${alternatives('requests', 'wrote')})\\s*:\\s*$`);

/** What the writer says now: without quoted mail, without what follows a signature, at most 4,000 characters. */
export function ownWords(message: string): string {
  const lines = linesOf(message);
  const kept: string[] = [];
  for (const [place, line] of lines.entries()) {
    if (kept.length > 0 && signature.test(line)) break;
    const isAttribution = attribution.test(line) && quoted.test(lines[place + 1] ?? '');
    if (!quoted.test(line) && !isAttribution) kept.push(line);
  }
  return kept.join('\n').trim() || message.slice(0, longest).trim();
}

/** What a message quotes beside its writer's own words, without the signs of quoting; empty when it quotes nothing or nothing else. */
export function quotedWords(message: string): string {
  const lines = linesOf(message);
  const quotes = lines.filter((line) => quoted.test(line));
  if (!lines.some((line) => line.trim() !== '' && !quoted.test(line))) return '';
  return quotes
    .map((line) => line.replace(quoteSign, ''))
    .join('\n')
    .trim();
}

const linesOf = (message: string): string[] => message.slice(0, longest).split('\n');
