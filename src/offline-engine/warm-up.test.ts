import { describe, expect, test } from 'vitest';
import { detectLanguage } from './text/language.ts';
import { firstMessages, warmUp } from './warm-up.ts';
import { languages } from './words/languages.ts';

describe('the messages read before the first customer comes', () => {
  test('are of every language that is understood', () => {
    const written = new Set(firstMessages().map((text) => detectLanguage(text, 'none')));
    expect([...written].sort()).toEqual([...languages].sort());
  });

  test('leave room for requests between any two of them', async () => {
    const order: string[] = [];
    const request = (): void => {
      order.push('request');
      if (order.length < 9) setImmediate(request);
    };
    setImmediate(request);
    await warmUp(undefined, () => order.push('message'));
    expect(order.slice(0, 6)).toEqual(['message', 'request', 'message', 'request', 'message', 'request']);
    expect(order.filter((what) => what === 'message')).toHaveLength(firstMessages().length);
  });

  test('are left when the server is asked to stop', async () => {
    const stopping = new AbortController();
    const read: string[] = [];
    await warmUp(stopping.signal, ({ text }) => read.push(text) === 3 && stopping.abort());
    expect(read).toHaveLength(3);
  });
});
