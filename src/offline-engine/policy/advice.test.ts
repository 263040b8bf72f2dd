import { expect, it } from 'vitest';
import { speaker } from '../speak/replies.ts';
import { adviceOn } from './resolve.ts';

it.each([
  ['PRICE_ERROR', 'validated', 'credit the price difference'],
  ['DUPLICATE_INVOICE', 'validated', 'credit the invoice that should not have been sent'],
  ['FREIGHT_OR_CHARGE_ERROR', 'partly_validated', 'credit the charge'],
  ['SHORT_DELIVERY', 'validated', 'send the missing goods'],
  ['PRICE_ERROR', 'not_validated', 'reject it'],
] as const)('what is suggested for %s that is %s', (reason, verdict, words) => {
  expect(speaker('en')(adviceOn(verdict, reason))).toContain(words);
});
