const known = new Map<string, ReadonlyMap<string, number>>();

/** Month names of a language, English and German, as they are written inside a date, long and short, with their number. */
export function monthNames(language: string): ReadonlyMap<string, number> {
  const names = known.get(language) ?? new Map([language, 'en', 'de'].flatMap(namesIn).concat(shortForms));
  known.set(language, names);
  return names;
}

const shortForms: [string, number][] = [
  ['Sept', 9],
  ['Mär', 3],
  ['Mrz', 3],
];

function namesIn(language: string): [string, number][] {
  return (['long', 'short'] as const).flatMap((style) => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month): [string, number] => {
      const name =
        format.formatToParts(Date.UTC(2026, month, 15)).find((part) => part.type === 'month')?.value ?? '';
      return [name.replace('.', ''), month + 1];
    }).filter(([name]) => /^\p{L}{3,}$/u.test(name));
  });
}
