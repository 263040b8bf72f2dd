import { randomUUID } from 'node:crypto';

/** When, in milliseconds from the question, the first words and the end were there. */
export type Timed = { readonly first: number; readonly total: number };

/** A server that answers the question's own request with a stream. */
export async function askByOneRequest(base: string): Promise<Timed> {
  const from = performance.now();
  const response = await fetch(`${base}/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Why is INV-20418 open?' }),
  });
  const first = await readUntil(response, (text) => text.includes('text-delta'));
  await readUntil(response, () => false);
  return { first: first - from, total: performance.now() - from };
}

/** Redress: the question is stored first, the answer is read from the conversation's log. */
export async function askRedress(base: string, token: string): Promise<Timed> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const id = randomUUID();
  await post(`${base}/api/conversations`, headers, { id });
  const log = await fetch(`${base}/api/conversations/${id}/log`, { headers });
  const from = performance.now();
  await post(`${base}/api/conversations/${id}/messages`, headers, {
    id: randomUUID(),
    text: 'Why is INV-20418 open?',
  });
  const first = await readUntil(log, (text) => text.includes('text-delta'));
  await readUntil(log, (text) => text.includes('"author":"assistant"'));
  const total = performance.now() - from;
  await readers.get(log)?.reader.cancel();
  return { first: first - from, total };
}

async function post(url: string, headers: Record<string, string>, body: object): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  await response.body?.cancel();
}

const readers = new WeakMap<Response, { reader: ReadableStreamDefaultReader<Uint8Array>; text: string }>();

/** Reads on until what came so far is as wanted, or the stream ends; the time it was so. */
async function readUntil(response: Response, isThere: (text: string) => boolean): Promise<number> {
  const state = readers.get(response) ?? { reader: mustRead(response), text: '' };
  readers.set(response, state);
  const decoder = new TextDecoder();
  while (!isThere(state.text)) {
    const { done, value } = await state.reader.read();
    if (done) break;
    state.text += decoder.decode(value, { stream: true });
  }
  return performance.now();
}

function mustRead(response: Response): ReadableStreamDefaultReader<Uint8Array> {
  if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}`);
  return response.body.getReader();
}
