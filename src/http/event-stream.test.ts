import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eventStream } from './event-stream.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const stopping = new AbortController().signal;
const log = { error: vi.fn(), warn: vi.fn() };
const decoder = new TextDecoder();

/** Events that are handed out one by one, counting how many were asked for. */
function numbers(last: number) {
  const state = { asked: 0, isOver: false };
  async function* events(signal: AbortSignal) {
    try {
      for (let number = 1; number <= last; number += 1) {
        state.asked = number;
        yield number;
      }
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    } finally {
      state.isOver = true;
    }
  }
  return { state, events };
}
const streamOf = (last: number, isStillIn = async () => true) => {
  const { state, events } = numbers(last);
  const { body } = eventStream(
    { events, write: (event) => `data: ${event}\n\n`, isStillIn },
    { stopping, log },
  );
  if (!body) throw new Error('The stream has no body');
  const reader = body.getReader();
  return { state, reader, next: async () => decoder.decode((await reader.read()).value) };
};

test('the next event is asked for only when the reader has taken the last', async () => {
  const { state, next } = streamOf(1000);
  expect(state.asked).toBe(0);
  expect(await next()).toBe('data: 1\n\n');
  expect(await next()).toBe('data: 2\n\n');
  expect(state.asked).toBe(2);
});

test('a reader who waits is told every fifteen seconds that the server is there', async () => {
  const { next } = streamOf(1);
  await next();
  const beat = next();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await beat).toBe(': here\n\n');
  const another = next();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await another).toBe(': here\n\n');
});

test('a reader who takes nothing is sent no heartbeats that would pile up', async () => {
  const { next } = streamOf(2);
  await next();
  await vi.advanceTimersByTimeAsync(150_000);
  expect(await next()).toBe('data: 2\n\n');
});

test('a stream ends when its reader’s sign-in does', async () => {
  let isIn = true;
  const { state, reader, next } = streamOf(1, async () => isIn);
  await next();
  isIn = false;
  const end = reader.read();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await end).toEqual({ done: true, value: undefined });
  expect(state.isOver).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test('nothing is held when the reader leaves', async () => {
  const { state, reader, next } = streamOf(1);
  await next();
  const left = reader.read();
  await reader.cancel();
  await left;
  expect(state.isOver).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test('nothing is held either when the reader leaves with events untaken', async () => {
  const { state, reader, next } = streamOf(10);
  await next();
  await reader.cancel();
  expect(state.isOver).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
