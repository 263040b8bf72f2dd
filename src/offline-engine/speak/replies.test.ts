import { expect, it } from 'vitest';
import { promisesWithoutRecord } from '#domain/promise-check.ts';
import { packs } from './replies.ts';

/** What is said only once a record shows that it was done. */
const afterRecord = /^(?:human\.|case\.view$|draft\.credit\.approved$|draft\.outcome\.|rep\.)/;

it.each([...packs.keys()])('no reply in %s promises what no record bears out', (language) => {
  const replies = Object.entries(packs.get(language) ?? {}).filter(([key]) => !afterRecord.test(key));
  const promising = replies.flatMap(([key, wordings]) =>
    [wordings]
      .flat()
      .filter((wording) => promisesWithoutRecord(wording.replace(/\{[^}]*\}/g, ''), {}).length > 0)
      .map((wording) => `${key}: ${wording}`),
  );
  expect(promising).toEqual([]);
});
