import { expect, test } from 'vitest';
import { addQuantities, excessOver, inUnit, largest, plainDecimal, sameUnit, smallest } from './quantity.ts';

const cartonOfTwelve = { baseUnit: 'C62', perUnit: { XCT: '12', XPX: '480' } };

test.each([
  { value: '10.00', plain: '10' },
  { value: '0.50', plain: '0.5' },
  { value: '1000', plain: '1000' },
  { value: '0', plain: '0' },
])('$value is written $plain', ({ value, plain }) => {
  expect(plainDecimal(value)).toBe(plain);
});

test.each([
  { from: { value: '9', unitCode: 'XCT' }, to: 'C62', value: '108' },
  { from: { value: '114', unitCode: 'C62' }, to: 'XCT', value: '9.5' },
  { from: { value: '1', unitCode: 'XPX' }, to: 'XCT', value: '40' },
  { from: { value: '3', unitCode: 'EA' }, to: 'H87', value: '3' },
  { from: { value: '3', unitCode: 'EA' }, to: 'XCT', value: '0.25' },
  { from: { value: '3', unitCode: 'KGM' }, to: 'C62', value: undefined },
])('$from.value $from.unitCode is $value $to', ({ from, to, value }) => {
  expect(inUnit(from, to, cartonOfTwelve)?.value).toBe(value);
});

test('without a conversion only the same unit can be compared', () => {
  expect(inUnit({ value: '1', unitCode: 'XCT' }, 'C62')).toBeUndefined();
  expect([sameUnit('C62', 'EA'), sameUnit('C62', 'XCT')]).toEqual([true, false]);
});

test('quantities are added and compared exactly', () => {
  expect(addQuantities(['0.1', '0.2'])).toBe('0.3');
  expect(addQuantities([])).toBe('0');
  expect([smallest('9', '10', '9.50'), largest('9', '10', '9.50')]).toEqual(['9', '10']);
  expect([excessOver('10', '4', '5.5'), excessOver('10', '6', '6')]).toEqual(['0.5', '0']);
});
