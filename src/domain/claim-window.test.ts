import { expect, test } from 'vitest';
import { claimWindow } from './claim-window.ts';

const windows = {
  SHORT_DELIVERY: { days: 14, from: 'delivery', clause: 'Terms 7.2' },
  PRICE_ERROR: { days: 60, from: 'invoice', clause: 'Terms 8.1' },
} as const;

test.each([
  {
    what: 'on the day',
    deliveredOn: '2026-11-12',
    claimedOn: '2026-11-12',
    late: false,
    lastDay: '2026-11-26',
    daysTaken: 0,
  },
  {
    what: 'on the last day',
    deliveredOn: '2026-11-12',
    claimedOn: '2026-11-26',
    late: false,
    lastDay: '2026-11-26',
    daysTaken: 14,
  },
  {
    what: 'a day too late',
    deliveredOn: '2026-11-12',
    claimedOn: '2026-11-27',
    late: true,
    lastDay: '2026-11-26',
    daysTaken: 15,
  },
  {
    what: 'across the change of the clocks',
    deliveredOn: '2026-10-20T17:00:00Z',
    claimedOn: '2026-11-03T08:00:00Z',
    late: false,
    lastDay: '2026-11-03',
    daysTaken: 14,
  },
])(
  'a short delivery claimed $what is late: $late',
  ({ deliveredOn, claimedOn, late, lastDay, daysTaken }) => {
    expect(claimWindow({ reasonCode: 'SHORT_DELIVERY', deliveredOn, claimedOn }, windows)).toEqual({
      late,
      lastDay,
      daysTaken,
      clause: 'Terms 7.2',
    });
  },
);

test.each([
  { what: 'no window is set', reasonCode: 'TAX_ERROR' as const },
  { what: 'the delivery day is unknown', reasonCode: 'SHORT_DELIVERY' as const },
])('when $what, nobody says late', ({ reasonCode }) => {
  expect(
    claimWindow({ reasonCode, invoicedOn: '2026-01-01', claimedOn: '2026-11-27' }, windows),
  ).toBeUndefined();
});

test('a price is claimed within days of the invoice, not of the delivery', () => {
  const claim = {
    reasonCode: 'PRICE_ERROR',
    deliveredOn: '2026-06-01',
    invoicedOn: '2026-11-01',
    claimedOn: '2026-11-27',
  } as const;
  expect(claimWindow(claim, windows)?.late).toBe(false);
});
