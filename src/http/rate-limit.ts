import { Refusal } from '#domain/refusal.ts';

const mostKeys = 50_000;

/** Counts what each key did in a sliding window; refuses what is over the limit, and says when it may go on. */
export function rateLimit({ most, windowMs, now }: { most: number; windowMs: number; now: () => Date }) {
  const seen = new Map<string, number[]>();
  const forgetOld = (since: number) => {
    for (const [key, times] of seen) if ((times.at(-1) ?? 0) <= since) seen.delete(key);
  };
  return {
    /** Throws a Refusal 'too-many' with the seconds to wait; `action` completes "You can … again in 20 seconds." */
    count(key: string, action: string): void {
      const at = now().getTime();
      if (seen.size >= mostKeys) forgetOld(at - windowMs);
      const times = (seen.get(key) ?? []).filter((time) => time > at - windowMs);
      const oldest = times[0];
      if (oldest !== undefined && times.length >= most) {
        const retryAfter = Math.max(1, Math.ceil((oldest + windowMs - at) / 1000));
        const wait = retryAfter === 1 ? '1 second' : `${retryAfter} seconds`;
        throw new Refusal('too-many', `That is a lot in a short time. You can ${action} again in ${wait}.`, {
          retryAfter,
        });
      }
      times.push(at);
      seen.set(key, times);
    },
  };
}
export type RateLimit = ReturnType<typeof rateLimit>;
