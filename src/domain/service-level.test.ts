import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aroundTheClock,
  type BusinessCalendar,
  businessMinutesBetween,
  dueAt,
  isOpen,
  nextOpening,
  pauseClock,
  readClock,
  reopenClock,
  resumeClock,
  startClock,
  stopClock,
} from './service-level.ts';

// 9 hours a day with half an hour of lunch, Monday to Friday.
const workday = [
  { from: 480, to: 720 },
  { from: 750, to: 1050 },
];
const london: BusinessCalendar = {
  timeZone: 'Europe/London',
  blocks: [[], workday, workday, workday, workday, workday, []],
  holidays: ['2026-12-25', '2026-12-28'],
};
const night: BusinessCalendar = {
  ...london,
  blocks: Array.from({ length: 7 }, () => [{ from: 0, to: 240 }]),
};

test.each([
  { what: 'within a block', from: '2026-11-23T09:00Z', minutes: 60, due: '2026-11-23T10:00Z' },
  { what: 'over lunch', from: '2026-11-23T11:30Z', minutes: 60, due: '2026-11-23T13:00Z' },
  { what: 'from before work', from: '2026-11-23T05:00Z', minutes: 60, due: '2026-11-23T09:00Z' },
  { what: 'to the very end of a block', from: '2026-11-23T11:00Z', minutes: 60, due: '2026-11-23T12:00Z' },
  { what: 'over night', from: '2026-11-23T17:00Z', minutes: 60, due: '2026-11-24T08:30Z' },
  { what: 'over a weekend', from: '2026-11-20T17:00Z', minutes: 60, due: '2026-11-23T08:30Z' },
  { what: 'over Christmas', from: '2026-12-24T17:00Z', minutes: 60, due: '2026-12-29T08:30Z' },
  { what: 'over the end of summer time', from: '2026-10-23T16:00Z', minutes: 60, due: '2026-10-26T08:30Z' },
  { what: 'over the start of summer time', from: '2026-03-27T17:00Z', minutes: 60, due: '2026-03-30T07:30Z' },
  { what: 'five working days', from: '2026-11-23T08:00Z', minutes: 5 * 540, due: '2026-11-27T17:30Z' },
  { what: 'no time at all', from: '2026-11-21T12:00Z', minutes: 0, due: '2026-11-23T08:00Z' },
])('business time $what: $minutes minutes from $from are over at $due', ({ from, minutes, due }) => {
  expect(dueAt(new Date(from), minutes, london)).toEqual(new Date(due));
  const counted = businessMinutesBetween(new Date(from), new Date(due), london);
  expect(counted).toBe(minutes);
});

test.each([
  {
    what: 'of the night that is an hour shorter',
    from: '2026-03-29T00:00Z',
    to: '2026-03-30T00:00Z',
    minutes: 180 + 60,
  },
  {
    what: 'of the night that is an hour longer',
    from: '2026-10-24T23:00Z',
    to: '2026-10-25T12:00Z',
    minutes: 300,
  },
])('a night block $what has $minutes minutes', ({ from, to, minutes }) => {
  expect(businessMinutesBetween(new Date(from), new Date(to), night)).toBe(minutes);
});

test('time that runs backwards is no time', () => {
  expect(businessMinutesBetween(new Date('2026-11-24T10:00Z'), new Date('2026-11-23T10:00Z'), london)).toBe(
    0,
  );
});

test('around the clock every minute counts', () => {
  expect(dueAt(new Date('2026-12-24T23:00Z'), 240, aroundTheClock)).toEqual(new Date('2026-12-25T03:00Z'));
});

test('a calendar without hours is an error, not an endless search', () => {
  const empty = { ...london, blocks: [] };
  expect(() => dueAt(new Date('2026-11-23T08:00Z'), 1, empty)).toThrow(RangeError);
  expect(() => nextOpening(new Date('2026-11-23T08:00Z'), empty)).toThrow(RangeError);
});

test.each([
  { at: '2026-11-23T08:00Z', open: true, next: '2026-11-23T08:00Z' },
  { at: '2026-11-23T07:59Z', open: false, next: '2026-11-23T08:00Z' },
  { at: '2026-11-23T12:10Z', open: false, next: '2026-11-23T12:30Z' },
  { at: '2026-11-23T17:30Z', open: false, next: '2026-11-24T08:00Z' },
  { at: '2026-12-25T10:00Z', open: false, next: '2026-12-29T08:00Z' },
])('at $at the team is there: $open', ({ at, open, next }) => {
  expect(isOpen(new Date(at), london)).toBe(open);
  expect(nextOpening(new Date(at), london)).toEqual(new Date(next));
});

describe('a clock of four hours', () => {
  const monday = (time: string) => new Date(`2026-11-23T${time}Z`);
  const started = startClock(240, monday('08:00'));

  test.each([
    { now: '11:11', level: 'on_time', spentMinutes: 191 },
    { now: '11:12', level: 'warning', spentMinutes: 192 },
    { now: '12:00', level: 'warning', spentMinutes: 240 },
    { now: '12:20', level: 'warning', spentMinutes: 240 },
    { now: '12:31', level: 'breached', spentMinutes: 241 },
  ])('at $now is $level', ({ now, level, spentMinutes }) => {
    expect(readClock(started, monday(now), london)).toEqual({
      state: 'running',
      level,
      spentMinutes,
      dueAt: monday('12:00'),
      warnAt: monday('11:12'),
    });
  });

  test('does not run while the customer is asked, and goes on after the answer', () => {
    const paused = pauseClock(started, monday('09:00'), london);
    expect(readClock(paused, monday('17:00'), london)).toEqual({
      state: 'paused',
      level: 'on_time',
      spentMinutes: 60,
    });
    expect(pauseClock(paused, monday('10:00'), london)).toBe(paused);
    const resumed = resumeClock(paused, monday('14:00'));
    expect(resumeClock(resumed, monday('15:00'))).toBe(resumed);
    expect(readClock(resumed, monday('15:00'), london)).toMatchObject({
      spentMinutes: 120,
      dueAt: monday('17:00'),
    });
  });

  test('stops for good when the case is resolved, late or not', () => {
    const stopped = stopClock(started, monday('13:00'), london);
    expect(readClock(stopped, monday('17:00'), london)).toEqual({
      state: 'stopped',
      level: 'breached',
      spentMinutes: 270,
    });
    expect(resumeClock(stopped, monday('14:00'))).toBe(stopped);
    expect(pauseClock(stopped, monday('14:00'), london)).toBe(stopped);
    expect(stopClock(stopped, monday('15:00'), london)).toBe(stopped);
  });

  test('goes on where it was when the case is opened again', () => {
    const stopped = stopClock(started, monday('09:00'), london);
    const again = reopenClock(stopped, monday('14:00'));
    expect(readClock(again, monday('14:30'), london)).toMatchObject({ state: 'running', spentMinutes: 90 });
  });
});

test('due dates and counted minutes agree at any time of the year', () => {
  const start = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 6000 }), (from, minutes) => {
      expect(businessMinutesBetween(from, dueAt(from, minutes, london), london)).toBeCloseTo(minutes, 6);
    }),
    { numRuns: 60 },
  );
});
