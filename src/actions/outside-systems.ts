import { OutsideSystemError } from '#connectors/outside-system-error.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Service } from './service.ts';

/** What an outside system says, or nothing when it cannot be reached. Anything else that breaks is a bug and stays one. */
export async function ifReachable<T>(
  service: Pick<Service, 'warn'>,
  ask: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof OutsideSystemError)) throw error;
    service.warn('An outside system could not be reached', { system: error.system });
    return undefined;
  }
}

/** What an outside system says; a refusal that a person can read when it cannot be reached. */
export async function mustReach<T>(
  service: Pick<Service, 'warn'>,
  what: string,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof OutsideSystemError)) throw error;
    service.warn('An outside system could not be reached', { system: error.system });
    throw new Refusal(
      'unreachable',
      `I couldn't reach the ${what}. Nothing was changed. Please try again in a moment.`,
    );
  }
}
