/** The middle one of several figures. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line of a table, columns of equal width. */
export const row = (cells: readonly string[], width = 20): string =>
  cells
    .map((cell) => cell.padEnd(width))
    .join('')
    .trimEnd();
