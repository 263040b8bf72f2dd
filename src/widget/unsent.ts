import { signal } from '@preact/signals';
import { ApiRefusal } from '#ui/api.ts';

export interface UnsentMessage {
  /** Made here and kept over every retry, so that the server takes it once. */
  id: string;
  text: string;
  state: 'sending' | 'waiting' | 'failed' | 'sent';
  problem?: string;
  /** Its number in the log, once accepted. */
  seq?: number;
}

export interface UnsentOptions {
  post: (message: { id: string; text: string }) => Promise<{ seq: number }>;
  newId?: () => string;
  backOff?: (attempt: number) => number;
  isOffline: () => boolean;
}

/** Messages on their way: sent one after another in the order they were written, each until accepted or refused. */
export function createUnsent(options: UnsentOptions) {
  const { post, newId = () => crypto.randomUUID(), isOffline } = options;
  const backOff = options.backOff ?? ((attempt: number) => Math.min(15_000, 1000 * 2 ** (attempt - 1)));
  const messages = signal<readonly UnsentMessage[]>([]);
  let isFlushing = false;
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const change = (id: string, change: Partial<UnsentMessage>) => {
    messages.value = messages.value.map((message) =>
      message.id === id ? { ...message, ...change } : message,
    );
  };
  const next = () => messages.value.find(({ state }) => state === 'sending' || state === 'waiting');

  /** True when it was settled one way or the other. */
  async function sendOne({ id, text }: UnsentMessage): Promise<boolean> {
    change(id, { state: 'sending' });
    try {
      const { seq } = await post({ id, text });
      change(id, { state: 'sent', seq });
      return true;
    } catch (error) {
      if (error instanceof ApiRefusal) change(id, { state: 'failed', problem: error.message });
      else change(id, { state: 'waiting' });
      return error instanceof ApiRefusal;
    }
  }

  async function flush() {
    clearTimeout(timer);
    if (isFlushing) return;
    isFlushing = true;
    for (let message = next(); message; message = next()) {
      const isSettled = !isOffline() && (await sendOne(message));
      if (!isSettled) {
        if (messages.value.some(({ id }) => id === message?.id)) change(message.id, { state: 'waiting' });
        attempts += 1;
        timer = setTimeout(() => void flush(), backOff(attempts));
        break;
      }
      attempts = 0;
    }
    isFlushing = false;
  }

  return {
    messages,
    add(text: string) {
      messages.value = [...messages.value, { id: newId(), text, state: 'sending' }];
      void flush();
    },
    restore(saved: readonly { id: string; text: string }[]) {
      messages.value = saved.map((message) => ({ ...message, state: 'waiting' }));
      void flush();
    },
    retry(id: string) {
      change(id, { state: 'sending' });
      void flush();
    },
    remove(id: string) {
      messages.value = messages.value.filter((message) => message.id !== id);
    },
    /** The log has it now. */
    settle(id: string, seq: number) {
      messages.value = messages.value.filter((message) => message.id !== id && message.seq !== seq);
    },
    flush,
    clear() {
      clearTimeout(timer);
      messages.value = [];
    },
  };
}
export type Unsent = ReturnType<typeof createUnsent>;
