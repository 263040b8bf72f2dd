import { expect, test } from 'vitest';
import { invoiceStatus } from './invoice-status.ts';

const standing = {
  totalMinor: 10_000,
  paidMinor: 0,
  creditedMinor: 0,
  disputedMinor: 0,
  dueDate: '2026-11-30',
  today: '2026-11-21',
};

test.each([
  { what: 'nothing has happened', now: {}, status: 'open', open: 10_000, overdue: 0 },
  { what: 'it is due today', now: { today: '2026-11-30' }, status: 'open', open: 10_000, overdue: 0 },
  {
    what: 'it was due yesterday',
    now: { today: '2026-12-01' },
    status: 'overdue',
    open: 10_000,
    overdue: 10_000,
  },
  { what: 'a part is paid', now: { paidMinor: 4000 }, status: 'partly_paid', open: 6000, overdue: 0 },
  { what: 'a part is credited', now: { creditedMinor: 4000 }, status: 'partly_paid', open: 6000, overdue: 0 },
  { what: 'a part was prepaid', now: { prepaidMinor: 1000 }, status: 'partly_paid', open: 9000, overdue: 0 },
  { what: 'all is paid', now: { paidMinor: 10_000 }, status: 'paid', open: 0, overdue: 0 },
  {
    what: 'paid and credited make it whole',
    now: { paidMinor: 9000, creditedMinor: 1000 },
    status: 'paid',
    open: 0,
    overdue: 0,
  },
  { what: 'all is credited', now: { creditedMinor: 10_000 }, status: 'credited', open: 0, overdue: 0 },
  {
    what: 'a part is in dispute',
    now: { disputedMinor: 4000 },
    status: 'disputed',
    open: 10_000,
    overdue: 0,
  },
  {
    what: 'a part is in dispute and the rest late',
    now: { disputedMinor: 4000, today: '2026-12-02' },
    status: 'disputed',
    open: 10_000,
    overdue: 6000,
  },
  {
    what: 'the dispute is over what is paid by now',
    now: { disputedMinor: 4000, paidMinor: 10_000 },
    status: 'paid',
    open: 0,
    overdue: 0,
  },
  { what: 'the bill is for nothing', now: { totalMinor: 0 }, status: 'paid', open: 0, overdue: 0 },
])('when $what, an invoice is $status', ({ now, status, open, overdue }) => {
  expect(invoiceStatus({ ...standing, ...now })).toMatchObject({
    status,
    openMinor: open,
    overdueMinor: overdue,
  });
});

test('money beyond the total is in the customer’s favour', () => {
  expect(invoiceStatus({ ...standing, paidMinor: 10_000, creditedMinor: 444 })).toMatchObject({
    status: 'paid',
    openMinor: 0,
    overpaidMinor: 444,
  });
});
