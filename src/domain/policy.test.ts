import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { Policy, policyFaults } from './policy.ts';
import { routeCase } from './routing.ts';
import { businessMinutesBetween } from './service-level.ts';

const text = readFileSync(new URL('../../fixtures/policy.yaml', import.meta.url), 'utf8');

test('the policy of the demo can be used', () => {
  expect(policyFaults(parse(text))).toEqual([]);
});

test('sums become minor units, hours minutes', () => {
  const policy = Policy.parse(parse(text));
  expect(policy.limits.agent).toEqual({ GBP: 50_000, EUR: 50_000 });
  expect(policy.automaticCredit).toEqual({});
  expect(policy.serviceLevels[3]).toEqual({ firstResponse: 480, resolution: 2700, hours: 'business' });
  const [from, to] = [new Date('2026-11-23T00:00Z'), new Date('2026-11-24T00:00Z')];
  expect(businessMinutesBetween(from, to, policy.calendar)).toBe(540);
});

test.each([
  { reasonCode: 'SHORT_DELIVERY', totalMinor: 44_400, keyAccount: false, queue: 'logistics' },
  { reasonCode: 'TAX_ERROR', totalMinor: 1000, keyAccount: false, queue: 'tax' },
  { reasonCode: 'PRICE_ERROR', totalMinor: 1000, keyAccount: false, queue: 'pricing' },
  { reasonCode: 'SHORT_DELIVERY', totalMinor: 500_001, keyAccount: false, queue: 'senior' },
  { reasonCode: 'SHORT_DELIVERY', totalMinor: 200_000, keyAccount: true, queue: 'senior' },
  { reasonCode: 'OTHER', totalMinor: 1000, keyAccount: false, queue: 'billing' },
] as const)('in the demo, $reasonCode over $totalMinor goes to $queue', ({ queue, ...facts }) => {
  const { routing: rules, defaultQueue } = Policy.parse(parse(text));
  const known = { caseType: 'dispute', currency: 'GBP', language: 'en', ...facts } as const;
  expect(routeCase(known, { rules, defaultQueue }).queue).toBe(queue);
});

test.each([
  {
    what: 'an unknown queue',
    change: ['queue: tax', 'queue: taxes'],
    place: 'routing.2.queue',
    fault: /not one of the queues: taxes/,
  },
  {
    what: 'a mistyped word',
    change: ['firstResponse: 4h, ', 'firstAnswer: 4h, '],
    place: 'serviceLevels.1',
    fault: /firstAnswer/,
  },
  {
    what: 'a limit with too many decimals',
    change: ['agent: { GBP: 500,', 'agent: { GBP: "500.001",'],
    place: 'limits.agent.GBP',
    fault: /not an amount in GBP/,
  },
  {
    what: 'a negative limit',
    change: ['agent: { GBP: 500,', 'agent: { GBP: -5,'],
    place: 'limits.agent.GBP',
    fault: /not an amount/,
  },
  {
    what: 'a manager below an agent',
    change: ['agent: { GBP: 500,', 'agent: { GBP: 6000,'],
    place: 'limits.manager.GBP',
    fault: /below the limit of an agent/,
  },
  {
    what: 'an unknown time zone',
    change: ['Europe/London', 'Europe/Londn'],
    place: 'calendar.timeZone',
    fault: /time zone/,
  },
  {
    what: 'hours that overlap',
    change: ['mon: [08:00-12:00, 12:30', 'mon: [08:00-12:00, 11:30'],
    place: 'calendar.hours.mon',
    fault: /overlap/,
  },
  {
    what: 'a day that does not exist',
    change: ['2026-05-04', '2026-02-30'],
    place: 'calendar.holidays.3.date',
    fault: /date/i,
  },
  {
    what: 'an unknown reason',
    change: ['TAX_ERROR]', 'TAXES]'],
    place: 'routing.2.when.reasonCodes.0',
    fault: /TAX_ERROR/,
  },
])('$what is told with its place', ({ change: [from = '', to = ''], place, fault }) => {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  expect(policyFaults(parse(changed))).toContainEqual({ place, fault: expect.stringMatching(fault) });
});

test('several faults are told at once', () => {
  const changed = text.replace('Europe/London', 'Mars').replace('firstResponse: 8h', 'firstResponse: soon');
  expect(policyFaults(parse(changed)).map((one) => one.place)).toEqual([
    'serviceLevels.3.firstResponse',
    'calendar.timeZone',
  ]);
});

test('an empty file is told as such', () => {
  expect(policyFaults(null)).toEqual([
    { place: 'the file', fault: expect.stringContaining('expected object') },
  ]);
});
