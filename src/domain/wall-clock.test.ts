import { expect, test } from 'vitest';
import { dayAfter, instantOf, wallTime, weekdayOf } from './wall-clock.ts';

test.each([
  {
    what: 'London in winter',
    day: '2026-11-23',
    minute: 480,
    zone: 'Europe/London',
    instant: '2026-11-23T08:00:00.000Z',
  },
  {
    what: 'London in summer',
    day: '2026-07-01',
    minute: 480,
    zone: 'Europe/London',
    instant: '2026-07-01T07:00:00.000Z',
  },
  {
    what: 'New York in winter',
    day: '2026-01-05',
    minute: 540,
    zone: 'America/New_York',
    instant: '2026-01-05T14:00:00.000Z',
  },
  {
    what: 'Kolkata',
    day: '2026-01-05',
    minute: 540,
    zone: 'Asia/Kolkata',
    instant: '2026-01-05T03:30:00.000Z',
  },
  {
    what: 'Auckland',
    day: '2026-01-05',
    minute: 60,
    zone: 'Pacific/Auckland',
    instant: '2026-01-04T12:00:00.000Z',
  },
  { what: 'UTC', day: '2026-01-05', minute: 1439, zone: 'UTC', instant: '2026-01-05T23:59:00.000Z' },
])('$what: minute $minute of $day is $instant', ({ day, minute, zone, instant }) => {
  expect(instantOf(day, minute, zone).toISOString()).toBe(instant);
  expect(wallTime(new Date(instant), zone)).toEqual({ day, minute, weekday: weekdayOf(day) });
});

test.each([
  { what: 'skipped in spring', day: '2026-03-29', minute: 90, instant: '2026-03-29T01:00:00.000Z' },
  {
    what: 'just after the change in spring',
    day: '2026-03-29',
    minute: 120,
    instant: '2026-03-29T01:00:00.000Z',
  },
  { what: 'that comes twice in autumn', day: '2026-10-25', minute: 90, instant: '2026-10-25T00:30:00.000Z' },
  { what: 'after the change in autumn', day: '2026-10-25', minute: 120, instant: '2026-10-25T02:00:00.000Z' },
])('a London minute $what is $instant', ({ day, minute, instant }) => {
  expect(instantOf(day, minute, 'Europe/London').toISOString()).toBe(instant);
});

test('the end of a day is the start of the next', () => {
  expect(instantOf('2026-12-31', 1440, 'Europe/London')).toEqual(
    instantOf(dayAfter('2026-12-31'), 0, 'Europe/London'),
  );
});
