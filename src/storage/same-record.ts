/** What became of a record that was imported. */
export type Saved = 'new' | 'unchanged' | 'conflict';

/** Equal in content, whatever the order of keys; absent and empty are the same. */
export const sameRecord = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, field]) => field !== undefined && field !== null)
            .sort(([x], [y]) => (x < y ? -1 : 1)),
        )
      : inner,
  );
