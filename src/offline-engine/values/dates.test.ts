import { describe, expect, it } from 'vitest';
import { readDates } from './dates.ts';

const today = '2026-03-16';
const read = (text: string, prefer: 'past' | 'future' = 'past', dayFirst = true) =>
  readDates(text, { today, prefer, dayFirst }).map((span) =>
    span.kind === 'day'
      ? span.day
      : span.kind === 'range'
        ? `${span.from}..${span.to}`
        : span.months
          ? `${span.months} months`
          : `${span.days} days`,
  );

describe('dates in a message', () => {
  it.each([
    ['paid on 2026-03-01', ['2026-03-01']],
    ['vom 15.01.2026', ['2026-01-15']],
    ['paid on 10.03', ['2026-03-10']],
    ['on 12.03 each', []],
    ['on 12.03 eur', []],
    ['on 12.50', []],
    ['05/04/2026', ['2026-04-05']],
    ['we paid March 1st', ['2026-03-01']],
    ['the 3rd of february', ['2026-02-03']],
    ['le 3 février', ['2026-02-03']],
    ['el 3 de enero de 2026', ['2026-01-03']],
    ['am 3. Januar', ['2026-01-03']],
    ['yesterday', ['2026-03-15']],
    ['vorgestern', ['2026-03-14']],
    ['last monday', ['2026-03-09']],
    ['two weeks ago', ['2026-03-02']],
    ['a fortnight ago', ['2026-03-02']],
    ['another fortnight', ['14 days']],
    ['une quinzaine de jours', ['14 days']],
    ['o tydzień', ['7 days']],
    ['statement jan thru feb', ['2026-01-01..2026-02-28']],
    ['we close in january, february', ['2026-01-01..2026-02-28']],
    ['jan & feb', ['2026-01-01..2026-02-28']],
    ['Jan through Mar 2027', ['2027-01-01..2027-03-31']],
    ['Jan and Mary', []],
    ['vor 2 Wochen', ['2026-03-02']],
    ['hace 2 semanas', ['2026-03-02']],
    ['end of february', ['2026-02-28']],
    ['mailed on halloween', ['2025-10-31']],
    ['Thanksgiving', ['2025-11-27']],
    ['anything since Labor Day?', ['2025-09-01..2026-03-16']],
    ['we have 6.40 until christmas', ['2026-12-25']],
    ['the christmas crackers', []],
    ['from halloween masks', []],
    ['21 dec til 4 jan', ['2025-12-21..2026-01-04']],
    ['last month', ['2026-02-01..2026-02-28']],
    ['letzten Monat', ['2026-02-01..2026-02-28']],
    ['le mois dernier', ['2026-02-01..2026-02-28']],
    ['la semana pasada', ['2026-03-09..2026-03-15']],
    ['the last quarter', ['2025-10-01..2025-12-31']],
    ['Q4 2025', ['2025-10-01..2025-12-31']],
    ['from January to February', ['2026-01-01..2026-02-28']],
    ['between January and February 2025', ['2025-01-01..2025-02-28']],
    ['since February', ['2026-02-01..2026-03-16']],
    ['in March', ['2026-03-01..2026-03-31']],
    ['you may call', []],
    ['2025', ['2025-01-01..2025-12-31']],
    ['the last 30 days', ['2026-02-14..2026-03-16']],
    ['two more weeks', ['14 days']],
    ['2026-02-30', []],
    ['de 1 a 15 de novembro', ['2025-11-01..2025-11-15']],
    ['between 1st and 15th Nov', ['2025-11-01..2025-11-15']],
    ['Nov 1-15', ['2025-11-01..2025-11-15']],
    ['01.07–30.09.2025', ['2025-07-01..2025-09-30']],
    ['all invoices from KW 46', ['2025-11-10..2025-11-16']],
    ['week 2 2026', ['2026-01-05..2026-01-11']],
    ['closed in jan and feb', ['2026-01-01..2026-02-28']],
    ['the first of February', ['2026-02-01']],
    ['took it back on 3/2', ['2026-02-03']],
    ['took it back on 3/12', ['2026-03-12']],
    ['2/25 and 3/2', ['2026-02-25', '2026-03-02']],
    ['vorletzten Montag', ['2026-03-02']],
    ['zum 3. Mal gemahnt', []],
    ['vorletzte Woche', ['2026-03-02..2026-03-08']],
    ['im Vormonat', ['2026-02-01..2026-02-28']],
    ['drittes Quartal 2025', ['2025-07-01..2025-09-30']],
    ['im 4. Quartal', ['2025-10-01..2025-12-31']],
    ['le troisième trimestre 2025', ['2025-07-01..2025-09-30']],
    ['am 15. gekommen', ['2026-03-15']],
    ['am 3. Quartal', ['2025-07-01..2025-09-30']],
    ['bis heute nicht da', []],
    ['im Feber', ['2026-02-01..2026-02-28']],
  ])('"%s" is read as %j', (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  it.each([
    ['until april 15', ['2026-04-15']],
    ['by friday', ['2026-03-20']],
    ['end of april', ['2026-04-30']],
    ['the 15th of next month', ['2026-04-15']],
    ['tomorrow', ['2026-03-17']],
    ['in May', ['2026-05-01..2026-05-31']],
    ['bis zum 15. zahlen', ['2026-04-15']],
    ['zum Monatsende', ['2026-03-31']],
    ['Ende nächsten Monats', ['2026-04-30']],
  ])('a wish for later reads "%s" as %j', (text, wanted) => {
    expect(read(text, 'future')).toEqual(wanted);
  });

  it('reads 05/04/2026 in the order the company writes dates', () => {
    expect(read('05/04/2026', 'past', false)).toEqual(['2026-05-04']);
  });
});
