/** Letters that patterns may name, as they stand in a character class: those of Latin alphabets, in lower case. */
export const letters = 'a-zªµºß-öø-ɏ';
/** Digits and other number signs, likewise. */
export const numbers = '0-9²³¹¼-¾';

/** What stands for all other letters and all other number signs; no pattern names them. */
const otherLetter = 'ɏ';
const otherNumber = '¾';
const own = new RegExp(`[${letters}${numbers}]`);
const beyondAscii = /[^\0-\x7f]+/g;

const known = new Map<string, string>();

/** A letter or sign in lower case, as often as it has UTF-16 units; what no pattern can name by one that stands for its kind. */
function foldedSign(sign: string): string {
  const lower = sign === 'ſ' ? 's' : sign.toLowerCase();
  const same = lower.length === sign.length ? lower : sign;
  if (own.test(same)) return same;
  if (/\p{L}/u.test(same)) return otherLetter.repeat(sign.length);
  return /\p{N}/u.test(same) ? otherNumber.repeat(sign.length) : same;
}

function foldedRun(run: string): string {
  let text = '';
  for (const sign of run) {
    let folded = known.get(sign);
    if (folded === undefined) {
      folded = foldedSign(sign);
      if (known.size < 10_000) known.set(sign, folded);
    }
    text += folded;
  }
  return text;
}

/** A text as patterns see it: in lower case and with few letters beyond ASCII; every sign stays where it is. */
export const folded = (text: string): string => text.replace(beyondAscii, foldedRun).toLowerCase();

/**
 * A pattern for folded texts that matches where the given one matches in the text itself, whatever the case. Without the flags "i" and
 * "u" it takes a tenth of the time to compile.
 */
export function foldedSource(source: string): string {
  let result = '';
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? '';
    if (sign === '\\') {
      const unknown = /^\\[pP]\{(?![LN]\})[^}]*\}/.exec(source.slice(at))?.[0];
      if (unknown) throw new Error(`${unknown} is not understood, only \\p{L} and \\p{N}: ${source}`);
      const kind = /^\\([pP])\{(\w)\}/.exec(source.slice(at, at + 5));
      if (kind) {
        const [whole, letter, name] = kind;
        const signs = name === 'L' ? letters : numbers;
        result += inClass ? signs : letter === 'p' ? `[${signs}]` : `[^${signs}]`;
        at += whole.length - 1;
      } else {
        result += sign + (source[at + 1] ?? '');
        at++;
      }
      continue;
    }
    if (sign === '[') inClass = true;
    else if (sign === ']') inClass = false;
    result += sign.toLowerCase();
  }
  return result;
}
