import { signal } from '@preact/signals';
import { reasonOf } from '#ui/api.ts';

export type Remote<T> =
  | { state: 'idle' | 'loading' }
  | { state: 'failed'; problem: string }
  | { state: 'ready'; value: T };

/** Something fetched on demand; a later wish wins over an earlier answer. */
export function createRemote<T>(unreachable: string) {
  const current = signal<Remote<T>>({ state: 'idle' });
  let latest = 0;
  return {
    current,
    async load(fetchIt: () => Promise<T>): Promise<T | undefined> {
      latest += 1;
      const mine = latest;
      if (current.value.state !== 'ready') current.value = { state: 'loading' };
      try {
        const value = await fetchIt();
        if (mine !== latest) return undefined;
        current.value = { state: 'ready', value };
        return value;
      } catch (error) {
        if (mine === latest) current.value = { state: 'failed', problem: reasonOf(error, unreachable) };
        return undefined;
      }
    },
    set(value: T) {
      latest += 1;
      current.value = { state: 'ready', value };
    },
    clear() {
      latest += 1;
      current.value = { state: 'idle' };
    },
  };
}

/** The value once it is there. */
export const readyValue = <T>(remote: Remote<T>): T | undefined =>
  remote.state === 'ready' ? remote.value : undefined;
