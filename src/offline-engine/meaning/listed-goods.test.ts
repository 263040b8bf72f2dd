import { expect, it } from 'vitest';
import { disputesOfGoods } from './listed-goods.ts';
import { momentOf } from './moment.ts';

const listedIn = (text: string): (string | undefined)[] => {
  const moment = momentOf(text, {
    side: 'customer',
    today: '2026-11-22',
    dayFirst: true,
    language: 'en',
    listed: [],
    lines: [],
  });
  return disputesOfGoods(moment, moment.text).map(({ slots }) => slots.claimed ?? slots.product);
};

it.each([
  ['2 pumps and 3 gauges are damaged on INV-1003', ['2', '3']],
  ['2 pumps, 3 gauges and 4 valves are damaged on INV-1003', ['2', '3', '4']],
  ['the pumps and the gauges on INV-1003 never arrived', ['pumps', 'gauges']],
])('"%s" claims %j', (text, claimed) => {
  expect(listedIn(text)).toEqual(claimed);
});

it.each([
  '2 pumps are fine and 3 gauges are damaged on INV-1003',
  '2 thermostats arrived and 3 valves are missing on INV-1002',
  'we returned 2 pumps and ordered 3 gauges on INV-1003',
  'auf INV-1003 sind 2 Pumpen in Ordnung und 3 Manometer beschädigt',
  'the pumps arrived and the gauges are missing on INV-1003',
])('"%s" is no list of goods with one thing said of all', (text) => {
  expect(listedIn(text)).toEqual([]);
});
