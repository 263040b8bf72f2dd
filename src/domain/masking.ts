import Big from 'big.js';

export type Masked = { readonly text: string; readonly masked: readonly ('card' | 'iban')[] };

const iban = /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}\b/gi;
// Cards in use start with 2 to 6 and have 14 digits or more; 13 digits are the number of an article (EAN).
const card = /(?<![\p{L}\d-])[2-6](?:[ -]?\d){13,18}(?![\p{L}\d])/gu;

/** Hides card and bank account numbers a person typed, all but the last four characters. Other numbers stay as they are. */
export function maskSensitive(typed: string): Masked {
  const masked: ('card' | 'iban')[] = [];
  const withoutIban = typed.replace(iban, (found) => {
    const account = longestIban(found);
    if (account === undefined) return found;
    masked.push('iban');
    return hidden(account) + found.slice(account.length);
  });
  const text = withoutIban.replace(card, (found) => {
    if (!isCardNumber(digitsOf(found))) return found;
    masked.push('card');
    return hidden(found);
  });
  return { text, masked };
}

const hidden = (number: string): string => `•••• ${number.replace(/[ -]/g, '').slice(-4)}`;
const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The account number at the start of `text`; words that follow it look like more of it. */
function longestIban(text: string): string | undefined {
  for (let length = text.length; length >= 15; length -= 1) {
    const candidate = text.slice(0, length);
    const compact = candidate.replace(/[ -]/g, '').toUpperCase();
    const isWhole = !/[ -]$/.test(candidate) && !/^[A-Z0-9]/i.test(text.slice(length));
    if (compact.length <= 34 && isWhole && remainder97(compact) === '1') return candidate;
  }
  return undefined;
}

/** ISO 7064 check of an IBAN: "1" when it is well formed. */
function remainder97(compact: string): string {
  const turned = compact.slice(4) + compact.slice(0, 4);
  return new Big(turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))).mod(97).toFixed();
}

/** Luhn check. */
function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
