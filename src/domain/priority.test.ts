import { expect, test } from 'vitest';
import { type PriorityFacts, priorityOf } from './priority.ts';

const thresholds = { urgentFrom: { GBP: 500_000 }, highFrom: { GBP: 50_000 } };
const facts: PriorityFacts = { today: '2026-11-21', currency: 'GBP', totalMinor: 1000, keyAccount: false };

test.each<{ what: string; more: Partial<PriorityFacts>; priority: number; reasons: string[] }>([
  { what: 'a small sum', more: {}, priority: 4, reasons: [] },
  { what: 'a high sum', more: { totalMinor: 50_000 }, priority: 3, reasons: ['£500.00 in dispute'] },
  { what: 'an urgent sum', more: { totalMinor: 500_000 }, priority: 2, reasons: ['£5,000.00 in dispute'] },
  {
    what: 'a sum in another currency',
    more: { totalMinor: 500_000, currency: 'USD' },
    priority: 4,
    reasons: [],
  },
  { what: 'a key account', more: { keyAccount: true }, priority: 3, reasons: ['key account'] },
  {
    what: 'an invoice due soon',
    more: { dueDate: '2026-11-24' },
    priority: 3,
    reasons: ['invoice due in 3 days'],
  },
  { what: 'an invoice due later', more: { dueDate: '2026-11-25' }, priority: 4, reasons: [] },
  {
    what: 'an overdue invoice',
    more: { dueDate: '2026-11-19' },
    priority: 3,
    reasons: ['invoice 2 days overdue'],
  },
  {
    what: 'a frustrated customer',
    more: { mood: { level: 'frustrated', trend: 'steady' } },
    priority: 3,
    reasons: ['customer frustrated'],
  },
  {
    what: 'an angry customer who gets angrier',
    more: { mood: { level: 'angry', trend: 'worse' } },
    priority: 2,
    reasons: ['customer angry', 'customer sounds worse than at first'],
  },
  {
    what: 'a worried customer',
    more: { mood: { level: 'worried', trend: 'better' } },
    priority: 4,
    reasons: [],
  },
  {
    what: 'a second contact',
    more: { comesBack: true },
    priority: 3,
    reasons: ['second contact about this invoice'],
  },
  {
    what: 'everything at once',
    more: { totalMinor: 900_000, keyAccount: true, dueDate: '2026-11-01' },
    priority: 1,
    reasons: ['£9,000.00 in dispute', 'invoice 20 days overdue', 'key account'],
  },
])('$what has priority $priority', ({ more, priority, reasons }) => {
  expect(priorityOf({ ...facts, ...more }, thresholds)).toEqual({ priority, reasons });
});
