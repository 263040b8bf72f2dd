import { describe, expect, it } from 'vitest';
import type { Embedder } from './embedding/embedder.ts';
import { meaningsBy } from './sentence-meanings.ts';

/** An embedder that starts when it is told to, or fails to. */
function embedder(name = 'all-MiniLM-L6-v2/384') {
  const started = Promise.withResolvers<undefined>();
  const asked: string[] = [];
  let isBroken = false;
  const fake: Embedder = {
    name,
    embed: async (texts) => {
      await started.promise;
      if (isBroken) throw new Error('The embedder failed');
      asked.push(...texts);
      return texts.map((text) => [text.length]);
    },
    close: async () => undefined,
  };
  return {
    fake,
    asked,
    start: () => started.resolve(undefined),
    fail: started.reject,
    break: () => (isBroken = true),
  };
}

describe('the meaning of sentences', () => {
  it('is left out, without waiting, until the embedder has started', async () => {
    const { fake, start } = embedder();
    const meanings = meaningsBy(fake);
    expect(await meanings?.of(['early'])).toEqual(new Map());
    start();
    await meanings?.ready;
    expect(await meanings?.of(['later'])).toEqual(new Map([['later', Float32Array.of(5)]]));
  });

  it('stays what it was for a text that was read before, so that a history is always read the same', async () => {
    const { fake, asked, start } = embedder();
    const meanings = meaningsBy(fake);
    await meanings?.of(['early']);
    start();
    await meanings?.ready;
    await meanings?.of(['later', 'early', 'later']);
    expect(await meanings?.of(['later', 'early'])).toEqual(new Map([['later', Float32Array.of(5)]]));
    expect(asked.filter((text) => text === 'later')).toHaveLength(1);
    expect(asked).not.toContain('early');
  });

  it('is left out where the embedder never starts, or breaks', async () => {
    const never = embedder();
    const none = meaningsBy(never.fake);
    never.fail(new Error('No such model'));
    await none?.ready;
    expect(await none?.of(['hello'])).toEqual(new Map());

    const breaking = embedder();
    const broken = meaningsBy(breaking.fake);
    breaking.start();
    await broken?.ready;
    breaking.break();
    expect(await broken?.of(['hello'])).toEqual(new Map());
  });

  it('is not read with an embedder the engine was not taught with', () => {
    expect(meaningsBy(embedder('another/1024').fake)).toBeUndefined();
  });
});
