import Big from 'big.js';

const number = /\d(?:[\d.,'\u00a0\u202f]*\d)?/g;
/** The last point or comma with one or two digits after it begins the decimals. */
const decimals = /^(.*)[.,](\d{1,2})$/;

/** The numbers a text names, whatever its thousands and decimals are marked with: "10.456,80" is 10456.8. */
export const numbersIn = (text: string): Big[] =>
  (text.match(number) ?? []).map((written) => {
    const [, whole = written, part] = decimals.exec(written) ?? [];
    return new Big(`${whole.replace(/\D/g, '')}${part === undefined ? '' : `.${part}`}`);
  });
