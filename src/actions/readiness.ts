import type { Service } from './service.ts';

/** Whether a part answers, and how long it took. */
export type PartState = { readonly name: string; readonly ok: boolean; readonly ms: number };

const longestWaitMs = 2000;

/** Whether the service can do its work now. A part that does not answer in two seconds counts as down. */
export async function readiness({ db }: Service): Promise<{ ready: boolean; parts: PartState[] }> {
  const parts = [await stateOf('database', () => db.ping())];
  return { ready: parts.every(({ ok }) => ok), parts };
}

async function stateOf(name: string, ask: () => Promise<unknown>): Promise<PartState> {
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), longestWaitMs);
  });
  const answered = ask().then(
    () => true,
    () => false,
  );
  const ok = await Promise.race([answered, tooLate]);
  clearTimeout(timer);
  return { name, ok, ms: Math.round(performance.now() - began) };
}
