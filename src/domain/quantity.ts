import Big from 'big.js';

/** An amount of goods: a decimal string and a UNECE Recommendation 20/21 unit code (C62 one, EA each, XCT carton …). */
export type Quantity = { readonly value: string; readonly unitCode: string };

/** How many base units one unit holds, for one article: a carton of 12 is `{ XCT: '12' }` with base `C62`. */
export type UnitConversions = {
  readonly baseUnit: string;
  readonly perUnit: Readonly<Record<string, string>>;
};

/** Codes that all mean "one piece". */
const singlePiece = new Set(['C62', 'EA', 'H87', 'PCE']);

export const sameUnit = (a: string, b: string): boolean =>
  a === b || (singlePiece.has(a) && singlePiece.has(b));

/** A decimal string without needless zeros: "10.00" is "10". */
export const plainDecimal = (value: string | Big): string => {
  const text = new Big(value).toFixed();
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

/** Expresses a quantity in another unit, or undefined when no conversion of the article says how. */
export function inUnit(
  quantity: Quantity,
  unitCode: string,
  conversions?: UnitConversions,
): Quantity | undefined {
  if (sameUnit(quantity.unitCode, unitCode)) return { value: plainDecimal(quantity.value), unitCode };
  const from = baseUnitsPer(quantity.unitCode, conversions);
  const to = baseUnitsPer(unitCode, conversions);
  if (from === undefined || to === undefined) return undefined;
  return { value: plainDecimal(new Big(quantity.value).times(from).div(to)), unitCode };
}

function baseUnitsPer(unitCode: string, conversions: UnitConversions | undefined): Big | undefined {
  if (!conversions) return undefined;
  if (sameUnit(unitCode, conversions.baseUnit)) return new Big(1);
  const factor = conversions.perUnit[unitCode];
  return factor === undefined ? undefined : new Big(factor);
}

export const addQuantities = (values: readonly string[]): string =>
  plainDecimal(values.reduce((sum, value) => sum.plus(value), new Big(0)));

export const subtractQuantity = (from: string, value: string): string =>
  plainDecimal(new Big(from).minus(value));

/** -1, 0 or 1, as a sort function wants it. */
export const compareQuantities = (a: string, b: string): -1 | 0 | 1 => new Big(a).cmp(b);

export const isZero = (value: string): boolean => new Big(value).eq(0);

export const smallest = (...values: readonly [string, ...string[]]): string =>
  values.reduce(
    (least, value) => (compareQuantities(value, least) < 0 ? plainDecimal(value) : least),
    plainDecimal(values[0]),
  );

export const largest = (...values: readonly [string, ...string[]]): string =>
  values.reduce(
    (most, value) => (compareQuantities(value, most) > 0 ? plainDecimal(value) : most),
    plainDecimal(values[0]),
  );

/** By how much `value` is above the others together; "0" when it is not. */
export const excessOver = (value: string, ...others: readonly string[]): string =>
  largest('0', subtractQuantity(value, addQuantities(others)));
