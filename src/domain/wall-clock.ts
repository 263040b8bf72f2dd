/** The ISO day, minute of the day and weekday (0 Sunday) that clocks in a time zone show at an instant. */
export type WallTime = { readonly day: string; readonly minute: number; readonly weekday: number };

const formats = new Map<string, Intl.DateTimeFormat>();

export function wallTime(instant: Date, timeZone: string): WallTime {
  const local = new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone));
  return {
    day: local.toISOString().slice(0, 10),
    minute: local.getUTCHours() * 60 + local.getUTCMinutes(),
    weekday: local.getUTCDay(),
  };
}

/**
 * The instant at which clocks in a time zone show `minute` of a day. An hour that is skipped in spring begins when the
 * clocks go on; an hour that comes twice in autumn is the first of the two.
 */
export function instantOf(day: string, minute: number, timeZone: string): Date {
  const shown = Date.parse(`${day}T00:00:00Z`) + minute * minuteLength;
  const early = offsetAt(shown - dayLength, timeZone);
  const late = offsetAt(shown + dayLength, timeZone);
  const first = shown - Math.max(early, late);
  if (first + offsetAt(first, timeZone) === shown) return new Date(first);
  const second = shown - Math.min(early, late);
  if (second + offsetAt(second, timeZone) === shown) return new Date(second);
  return new Date(changeBetween(first, second, timeZone));
}

export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + dayLength).toISOString().slice(0, 10);

export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const minuteLength = 60_000;
const dayLength = 86_400_000;

/** Milliseconds that clocks in the zone are ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minuteLength;
}

/** The instant between two at which the clocks change. */
function changeBetween(from: number, to: number, timeZone: string): number {
  let [before, after] = [from, to];
  const old = offsetAt(before, timeZone);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle, timeZone) === old) before = middle;
    else after = middle;
  }
  return after;
}
