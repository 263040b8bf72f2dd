import { expect, test } from 'vitest';
import { type RoutingFacts, routeCase } from './routing.ts';

const routing = {
  defaultQueue: 'billing',
  rules: [
    { name: 'Large sums', queue: 'senior', when: { amountOver: { GBP: 500_000, EUR: 500_000 } } },
    { name: 'Key accounts', queue: 'senior', when: { keyAccount: true } },
    {
      name: 'Tax from Germany',
      queue: 'tax-de',
      when: { reasonCodes: ['TAX_ERROR'], languages: ['de'], countries: ['DE'] },
    },
    { name: 'Tax', queue: 'tax', when: { reasonCodes: ['TAX_ERROR'] } },
    { name: 'Deliveries', queue: 'logistics', when: { reasonCodes: ['SHORT_DELIVERY', 'NOT_DELIVERED'] } },
    { name: 'Services', queue: 'service', when: { caseTypes: ['service_request'] } },
    { name: 'Empty', queue: 'nowhere', when: {} },
  ],
} as const;
const facts: RoutingFacts = {
  caseType: 'dispute',
  keyAccount: false,
  language: 'en',
  currency: 'GBP',
  totalMinor: 44_400,
};

test.each<{ what: string; more: Partial<RoutingFacts>; queue: string; rule: string }>([
  {
    what: 'a short delivery',
    more: { reasonCode: 'SHORT_DELIVERY' },
    queue: 'logistics',
    rule: 'Deliveries: short delivery',
  },
  { what: 'a tax error', more: { reasonCode: 'TAX_ERROR' }, queue: 'tax', rule: 'Tax: tax error' },
  {
    what: 'a German tax error',
    more: { reasonCode: 'TAX_ERROR', language: 'de', countryCode: 'DE' },
    queue: 'tax-de',
    rule: 'Tax from Germany: tax error, language de, country DE',
  },
  {
    what: 'a tax error in German from elsewhere',
    more: { reasonCode: 'TAX_ERROR', language: 'de' },
    queue: 'tax',
    rule: 'Tax: tax error',
  },
  {
    what: 'a large sum, whatever the reason',
    more: { reasonCode: 'TAX_ERROR', totalMinor: 500_001 },
    queue: 'senior',
    rule: 'Large sums: £5,000.01 is over £5,000.00',
  },
  {
    what: 'a sum just at the limit',
    more: { totalMinor: 500_000 },
    queue: 'billing',
    rule: 'No rule fits: default queue',
  },
  {
    what: 'a large sum in a currency without a limit',
    more: { totalMinor: 900_000, currency: 'USD' },
    queue: 'billing',
    rule: 'No rule fits: default queue',
  },
  { what: 'a key account', more: { keyAccount: true }, queue: 'senior', rule: 'Key accounts: key account' },
  {
    what: 'a service request',
    more: { caseType: 'service_request' },
    queue: 'service',
    rule: 'Services: case type service_request',
  },
  {
    what: 'anything else',
    more: { reasonCode: 'OTHER' },
    queue: 'billing',
    rule: 'No rule fits: default queue',
  },
])('$what goes to $queue', ({ more, queue, rule }) => {
  expect(routeCase({ ...facts, ...more }, routing)).toEqual({ queue, rule });
});
