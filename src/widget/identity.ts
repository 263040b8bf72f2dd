import { signal } from '@preact/signals';
import type { TokenSource } from './contract.ts';

/** The reader of the chat when nobody has signed in. */
export const visitor = 'visitor';

const tries = 3;
const renewBefore = 60_000;

export interface IdentityOptions {
  /** A token for somebody who has not signed in. */
  visitorToken: () => Promise<string>;
  /** The visitor's token was refused; the next one is another visitor's. */
  dropVisitorToken: () => void;
  /** Told before any call is made in the new name, so that the last reader's chat is gone by then. */
  onSubject: (subject: string) => void;
  onError: (code: string) => void;
  now?: () => number;
  /** Milliseconds before the n-th further try. */
  backOff?: (attempt: number) => number;
}

interface Token {
  text: string;
  subject: string;
  expiresAt: number;
}

/** Who is reading. Tokens stay in memory and leave only in the Authorization header. */
export function createIdentity({
  visitorToken,
  dropVisitorToken,
  onSubject,
  onError,
  now = Date.now,
  backOff,
}: IdentityOptions) {
  const state = signal<'anonymous' | 'known' | 'expired'>('anonymous');
  let source: TokenSource | undefined;
  let token: Token | undefined;
  let subject = visitor;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let fetching: Promise<boolean> | undefined;

  const become = (next: string) => {
    if (next === subject) return;
    subject = next;
    onSubject(next);
  };

  async function fetchToken(): Promise<boolean> {
    const wanted = source;
    for (let attempt = 1; wanted && attempt <= tries; attempt += 1) {
      const fresh = await wanted().then(read, () => undefined);
      if (source !== wanted) return false;
      if (fresh && fresh.expiresAt > now()) {
        become(fresh.subject);
        token = fresh;
        state.value = 'known';
        clearTimeout(timer);
        timer = setTimeout(
          () => void renew(),
          Math.min(2 ** 31 - 1, Math.max(1000, fresh.expiresAt - now() - renewBefore)),
        );
        return true;
      }
      if (attempt < tries) await pause(backOff?.(attempt) ?? 500 * attempt);
    }
    if (source === wanted && wanted) {
      token = undefined;
      state.value = 'expired';
      onError('sign-in-needed');
    }
    return false;
  }

  const renew = () => {
    fetching ??= fetchToken().finally(() => {
      fetching = undefined;
    });
    return fetching;
  };

  return {
    state,
    subject: () => subject,
    async headers(): Promise<Record<string, string>> {
      if (!source) return { authorization: `Bearer ${await visitorToken()}` };
      if (!token || token.expiresAt <= now() + 5_000) await renew();
      return token ? { authorization: `Bearer ${token.text}` } : {};
    },
    /** After a refusal: gets another token, from the page for whoever signed in; false when there is none. */
    renew: async () => {
      if (source) return renew();
      dropVisitorToken();
      return true;
    },
    async identify(next: TokenSource) {
      source = next;
      fetching = undefined;
      token = undefined;
      return renew();
    },
    logout() {
      source = undefined;
      token = undefined;
      clearTimeout(timer);
      state.value = 'anonymous';
      become(visitor);
    },
    stop: () => clearTimeout(timer),
  };
}
export type Identity = ReturnType<typeof createIdentity>;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The two claims the widget needs; whether the token is genuine is for the server to say. */
function read(text: string): Token | undefined {
  try {
    const payload = text.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (character) =>
      character.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof claims !== 'object' || claims === null) return undefined;
    if (!('sub' in claims) || typeof claims.sub !== 'string') return undefined;
    const expiresAt = 'exp' in claims && typeof claims.exp === 'number' ? claims.exp * 1000 : 0;
    const account = 'account' in claims ? String(claims.account) : '';
    return { text, subject: account === '' ? claims.sub : `${claims.sub}@${account}`, expiresAt };
  } catch {
    return undefined;
  }
}
