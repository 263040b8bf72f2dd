import type { Problem } from './wire.ts';

/** The server said no; `problem` has its reason and the facts that came with it. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  readonly problem: Problem;
  constructor(status: number, problem: Problem) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Nothing answered: no network, or no server. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export interface ApiOptions {
  /** Origin of the service, without a slash at the end; empty for the page's own. */
  base: string;
  headers: () => Promise<Record<string, string>>;
  /** Called once on 401; true when the sign-in was renewed and the call may be made again. */
  renew?: () => Promise<boolean>;
}

/** Calls of the service's JSON interface; both fail with `ApiRefusal` or `Unreachable`. */
export interface Api {
  get<T>(path: string): Promise<T>;
  send<T = void>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T>;
}

export function createApi({ base, headers, renew }: ApiOptions): Api {
  async function call<T>(method: string, path: string, body: unknown, isRetry: boolean): Promise<T> {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(await headers()),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new Unreachable('no answer', { cause });
    });
    if (response.status === 401 && renew && !isRetry && (await renew()))
      return call(method, path, body, true);
    const text = await response.text().catch((cause: unknown) => {
      throw new Unreachable('the answer broke off', { cause });
    });
    if (!response.ok) throw new ApiRefusal(response.status, problemIn(text));
    return parsed(text);
  }
  return {
    get: (path) => call('GET', path, undefined, false),
    send: (method, path, body) => call(method, path, body, false),
  };
}

// What the server says in its own schema is believed; cards are looked at again before they are drawn.
const parsed = (text: string) => (text === '' ? undefined : JSON.parse(text));

function problemIn(text: string): Problem {
  try {
    const problem: Problem | null = JSON.parse(text);
    return problem ?? {};
  } catch {
    return {};
  }
}

/** What to tell a person about a failed call. */
export function reasonOf(error: unknown, unreachable: string): string {
  if (error instanceof ApiRefusal) return error.message;
  return error instanceof Unreachable ? unreachable : String(error);
}
