import Big from 'big.js';

/** An exact sum: integer minor units (cents) of an ISO 4217 currency. */
export type Money = { readonly minor: number; readonly currency: string };

const exponents: Record<string, number> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/** Digits after the point in a currency (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number => exponents[currency] ?? 2;

/** Rounds a decimal amount to the currency's minor unit, halves away from zero (EN 16931). */
export function roundToMinor(amount: Big | string, currency: string): number {
  const minor = new Big(amount).times(new Big(10).pow(minorDigits(currency))).round(0, Big.roundHalfUp);
  return exactInteger(minor, currency);
}

/** Reads a decimal amount that must be exact in minor units; RangeError when it has more digits than the currency. */
export function minorFromDecimal(amount: string, currency: string): number {
  const minor = new Big(amount).times(new Big(10).pow(minorDigits(currency)));
  if (!minor.eq(minor.round(0))) {
    throw new RangeError(`${amount} has more decimals than ${currency} allows (${minorDigits(currency)})`);
  }
  return exactInteger(minor, currency);
}

/** Minor units as the decimal string people and documents see: 5143 EUR is "51.43". */
export const decimalFromMinor = (minor: number, currency: string): string =>
  new Big(minor).div(new Big(10).pow(minorDigits(currency))).toFixed(minorDigits(currency));

function exactInteger(minor: Big, currency: string): number {
  const value = Number(minor.toFixed(0));
  if (!Number.isSafeInteger(value))
    throw new RangeError(`An amount in ${currency} is too large to keep exactly`);
  return value;
}
