import { dayAfter, instantOf, wallTime, weekdayOf } from './wall-clock.ts';

/** When people work: blocks of minutes of the local day (0 to 1440) per weekday, Sunday first, and ISO days when nobody does. */
export type BusinessCalendar = {
  readonly timeZone: string;
  readonly blocks: readonly (readonly { readonly from: number; readonly to: number }[])[];
  readonly holidays: readonly string[];
};

/** Day and night, every day: for targets that do not wait for business hours. */
export const aroundTheClock: BusinessCalendar = {
  timeZone: 'UTC',
  blocks: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
  holidays: [],
};

type Span = { readonly start: number; readonly end: number };

/** The instant at which so many minutes of business time have passed since `start`. */
export function dueAt(start: Date, minutes: number, calendar: BusinessCalendar): Date {
  let left = minutes * minuteLength;
  for (const span of spansFrom(start, calendar)) {
    if (left <= span.end - span.start) return new Date(span.start + left);
    left -= span.end - span.start;
  }
  throw new RangeError('The calendar has too little business time');
}

/** Minutes of business time between two instants; 0 when `to` is not later. */
export function businessMinutesBetween(from: Date, to: Date, calendar: BusinessCalendar): number {
  let total = 0;
  for (const span of spansFrom(from, calendar)) {
    if (span.start >= to.getTime()) break;
    total += Math.min(span.end, to.getTime()) - span.start;
  }
  return total / minuteLength;
}

export const isOpen = (at: Date, calendar: BusinessCalendar): boolean =>
  nextOpening(at, calendar).getTime() === at.getTime();

/** When business time runs next: `at` itself when it runs already. */
export function nextOpening(at: Date, calendar: BusinessCalendar): Date {
  for (const span of spansFrom(at, calendar)) return new Date(span.start);
  throw new RangeError('The calendar has no business time');
}

const minuteLength = 60_000;
const longestSearchInDays = 1500;

/** Spans of business time from an instant on, in order; the first starts at the instant when business time runs then. */
function* spansFrom(start: Date, calendar: BusinessCalendar): Generator<Span> {
  const { timeZone, blocks, holidays } = calendar;
  let { day } = wallTime(start, timeZone);
  for (let searched = 0; searched < longestSearchInDays; searched += 1, day = dayAfter(day)) {
    if (holidays.includes(day)) continue;
    for (const { from, to } of blocks[weekdayOf(day)] ?? []) {
      const end = instantOf(day, to, timeZone).getTime();
      const begin = Math.max(start.getTime(), instantOf(day, from, timeZone).getTime());
      if (begin < end) yield { start: begin, end };
    }
  }
}

/** A clock towards a target. It runs from `runningSince`, is paused without it, and is done once stopped. */
export type ServiceClock = {
  readonly targetMinutes: number;
  /** Business minutes spent in earlier stretches. */
  readonly spentMinutes: number;
  readonly runningSince?: Date;
  readonly stoppedAt?: Date;
};

export const startClock = (targetMinutes: number, at: Date): ServiceClock => ({
  targetMinutes,
  spentMinutes: 0,
  runningSince: at,
});

/** Waiting for the customer does not count. Pausing a clock that does not run changes nothing. */
export const pauseClock = (clock: ServiceClock, at: Date, calendar: BusinessCalendar): ServiceClock =>
  clock.stoppedAt || !clock.runningSince
    ? clock
    : { targetMinutes: clock.targetMinutes, spentMinutes: spent(clock, at, calendar) };

export const resumeClock = (clock: ServiceClock, at: Date): ServiceClock =>
  clock.stoppedAt || clock.runningSince ? clock : { ...clock, runningSince: at };

/** Done: answered or resolved. Later pauses and resumptions change nothing. */
export const stopClock = (clock: ServiceClock, at: Date, calendar: BusinessCalendar): ServiceClock =>
  clock.stoppedAt ? clock : { ...pauseClock(clock, at, calendar), stoppedAt: at };

/** A case that is opened again goes on with the time it had spent. */
export const reopenClock = ({ targetMinutes, spentMinutes }: ServiceClock, at: Date): ServiceClock => ({
  targetMinutes,
  spentMinutes,
  runningSince: at,
});

export type ClockReading = {
  readonly state: 'running' | 'paused' | 'stopped';
  readonly level: 'on_time' | 'warning' | 'breached';
  readonly spentMinutes: number;
  /** When the target runs out and when 80 % of it are spent; absent unless the clock runs. */
  readonly dueAt?: Date;
  readonly warnAt?: Date;
};

const warningShare = 0.8;

export function readClock(clock: ServiceClock, now: Date, calendar: BusinessCalendar): ClockReading {
  const { targetMinutes, runningSince, stoppedAt } = clock;
  const spentMinutes = spent(clock, now, calendar);
  const level = levelOf(spentMinutes, targetMinutes);
  if (stoppedAt || !runningSince) return { state: stoppedAt ? 'stopped' : 'paused', level, spentMinutes };
  const after = (minutes: number) => dueAt(runningSince, Math.max(0, minutes - clock.spentMinutes), calendar);
  return {
    state: 'running',
    level,
    spentMinutes,
    dueAt: after(targetMinutes),
    warnAt: after(targetMinutes * warningShare),
  };
}

const spent = (
  { spentMinutes, runningSince, stoppedAt }: ServiceClock,
  at: Date,
  calendar: BusinessCalendar,
): number =>
  spentMinutes + (stoppedAt || !runningSince ? 0 : businessMinutesBetween(runningSince, at, calendar));

function levelOf(spentMinutes: number, targetMinutes: number): ClockReading['level'] {
  if (spentMinutes > targetMinutes) return 'breached';
  return spentMinutes >= targetMinutes * warningShare ? 'warning' : 'on_time';
}
