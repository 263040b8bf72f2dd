/** A clock that stands still until it is moved on. */
export type Clock = { now(): Date; advance(milliseconds: number): void };

export function clockAt(start: string): Clock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}

/** Identifiers in order: the same run gives the same ones. */
export function idsInOrder(): () => string {
  let next = 0;
  return () => {
    next += 1;
    return `e0a15000-0000-4000-8000-${next.toString(16).padStart(12, '0')}`;
  };
}

const unitMs = new Map([
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
]);

/** "2 minutes" in milliseconds. */
export function milliseconds(duration: string): number {
  const [, count = '0', unit = ''] = /^(\d+) (second|minute|hour)s?$/.exec(duration) ?? [];
  return Number(count) * (unitMs.get(unit) ?? 0);
}
