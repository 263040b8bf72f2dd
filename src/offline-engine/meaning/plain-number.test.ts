import { expect, it } from 'vitest';
import { namesOne } from './plain-number.ts';

it.each([
  ['one thermostat is broken', 'thermostat', true],
  ['one broken thermostat', 'thermostat', true],
  ['one storage box was cracked', 'box', true],
  ['eine Box war kaputt', 'Box', true],
  ['a few thermostats are broken', 'thermostats', false],
  ['a few thermostats are broken', 'few thermostats', false],
  ['the one with thermostats is broken', 'thermostats', false],
  ['ein paar Thermostate sind kaputt', 'Thermostate', false],
  ['ein paar Thermostate sind kaputt', 'paar Thermostate', false],
])('"%s" names one %s: %s', (text, product, isOne) => {
  expect(namesOne(text, product, 'Storage box 45 L')).toBe(isOne);
});
