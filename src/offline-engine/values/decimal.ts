/** A number as people write it, as a decimal string: "1.234,50" and "1,234.50" are "1234.50". */
export function decimalOf(written: string): string {
  const text = written.replace(/\s/g, '');
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma >= 0 && point >= 0)
    return comma > point ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  if (comma >= 0) return /,\d{3}(?:,|$)/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.');
  // Nobody writes three decimals of money or goods: "1.500" are fifteen hundred.
  return /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text;
}
