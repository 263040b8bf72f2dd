import { signal } from '@preact/signals';
import { ApiRefusal, createApi, reasonOf } from '#ui/api.ts';
import type { Language } from '#ui/language.ts';
import type { DemoPerson, Rep } from '#ui/wire.ts';

/** Who somebody trying the workspace most likely wants to be, first. */
const likeliest = ['agent', 'manager', 'approver'];

/** The rep's sign-in: a cookie the page cannot read, and a header on every write that no other site can send. */
export function createSession(language: Language) {
  const rep = signal<Rep | 'unknown' | 'signed out'>('unknown');
  const people = signal<readonly DemoPerson[]>([]);
  const problem = signal<string>();
  const headers = async () => ({ 'x-redress': '1' });
  const leave = async () => {
    rep.value = 'signed out';
    return false;
  };
  const api = createApi({ base: '', headers, renew: leave });
  const doorApi = createApi({ base: '', headers });

  async function readMe() {
    try {
      rep.value = await doorApi.get<Rep>('/api/me');
    } catch (error) {
      rep.value = 'signed out';
      if (!(error instanceof ApiRefusal))
        problem.value = reasonOf(error, language.texts.workspace.unreachable);
      await readPeople();
    }
  }

  /** Only the demo names people; elsewhere this answers 404 and the page shows the e-mail form alone. */
  async function readPeople() {
    try {
      const answer = await doorApi.get<{ people: DemoPerson[] }>('/api/demo/people');
      const rank = ({ role }: DemoPerson) =>
        likeliest.includes(role) ? likeliest.indexOf(role) : likeliest.length;
      people.value = answer.people
        .filter(({ role }) => role !== 'customer')
        .toSorted((one, other) => rank(one) - rank(other));
    } catch {
      people.value = [];
    }
  }

  const attempt = async (signIn: () => Promise<unknown>) => {
    problem.value = undefined;
    try {
      await signIn();
      await readMe();
    } catch (error) {
      rep.value = 'signed out';
      problem.value = reasonOf(error, language.texts.workspace.unreachable);
      await readPeople();
    }
  };

  return {
    rep,
    people,
    problem,
    api,
    /** Signs in by the token of a mailed link, which is then gone from the address, or by the cookie from before. */
    async start() {
      const token = location.pathname.endsWith('/sign-in') ? location.hash.slice(1) : '';
      if (token === '') return readMe();
      history.replaceState(null, '', '/workspace');
      await attempt(() => doorApi.send('POST', '/api/session', { token }));
    },
    askForLink: (email: string) => doorApi.send('POST', '/api/sign-in-links', { email }),
    signInAs: (email: string) => attempt(() => doorApi.send('POST', '/api/demo/session', { email })),
    async signOut() {
      await doorApi.send('DELETE', '/api/session').catch(() => {});
      rep.value = 'signed out';
      await readPeople();
    },
  };
}
export type Session = ReturnType<typeof createSession>;
