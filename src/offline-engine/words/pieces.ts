import { letters, numbers } from './folded.ts';

/** Texts and what patterns require of them are compared by their pieces: one to three signs in a row. */
export const longestPiece = 3;
const wordSign = new RegExp(`[${letters}${numbers}]`);

/** Every digit counts as 0, signs that are no part of words as spaces. */
export const spaced = (sign: string): string => (/\d/.test(sign) ? '0' : wordSign.test(sign) ? sign : ' ');

/** Pieces as places in a table of bits; pieces may share a place, which only costs a needless look. */
const places = 1 << 16;
const placeOf = (before: number, code: number): number =>
  (Math.imul(before, 31) + Math.imul(code, 0x9e35)) & (places - 1);
const noWords = new RegExp(`[^${letters}${numbers}]`, 'g');

/** Every piece of a folded text, from one sign to three; the text begins and ends with a space. */
export function piecesOf(foldedText: string): Uint32Array {
  const text = ` ${foldedText.replace(noWords, ' ').replace(/\d/g, '0')} `;
  const bits = new Uint32Array(places / 32);
  for (let at = 0; at < text.length; at++) {
    let place = 0;
    for (let end = at; end < at + longestPiece && end < text.length; end++) {
      place = placeOf(place, text.charCodeAt(end));
      bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31));
    }
  }
  return bits;
}

/** Sets of pieces, each written as their places. */
export type Required = readonly Uint16Array[];

/** Whether a text has any piece of each set. */
export function hasAll(pieces: Uint32Array, required: Required): boolean {
  for (const set of required) if (!hasAny(pieces, set)) return false;
  return true;
}

function hasAny(pieces: Uint32Array, set: Uint16Array): boolean {
  for (let at = 0; at < set.length; at++) {
    const place = set[at] ?? 0;
    if (((pieces[place >> 5] ?? 0) >> (place & 31)) & 1) return true;
  }
  return false;
}

export const placeOfPiece = (piece: string): number =>
  [...piece].reduce((place, sign) => placeOf(place, sign.charCodeAt(0)), 0);
