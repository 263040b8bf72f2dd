import { signCustomerToken } from '#http/customer-token.ts';
import type { Embedder } from '#models/embedding/embedder.ts';
import { personByEmail } from '#storage/parties/people.ts';
import { exampleRedress } from './example-redress.ts';
import { appOf } from './serve.ts';

/** Vectors from letters: texts with the same letters are near. Enough where finding by meaning is not what is tested. */
export const letterEmbedder: Embedder = {
  name: 'letters',
  embed: async (texts) =>
    texts.map((text) => {
      const vector = new Array<number>(384).fill(0.01);
      for (const letter of text.toLowerCase()) {
        const at = (letter.codePointAt(0) ?? 0) % 384;
        vector[at] = (vector[at] ?? 0) + 1;
      }
      const length = Math.hypot(...vector);
      return vector.map((value) => value / length);
    }),
  close: async () => undefined,
};

type Json = Record<string, unknown>;

/** The example Redress over HTTP, without a network, and people to call it as; its time stands until it is moved. */
export async function exampleApp(settings: Record<string, string> = {}) {
  const redress = await exampleRedress(settings, { embedder: letterEmbedder });
  const { clock, config } = redress;
  const app = appOf(redress);

  const call = async (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: Json | string,
  ) =>
    app.request(path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return {
    redress,
    app,
    clock,
    call,
    /** The headers a signed-in customer sends. */
    async customer(email: string): Promise<Record<string, string>> {
      const person = await personByEmail(redress.db, email);
      if (person?.accountId === undefined) throw new Error(`${email} is no customer`);
      const token = await signCustomerToken(config, { ...person, accountId: person.accountId }, clock.at);
      return { authorization: `Bearer ${token}` };
    },
    async visitor(): Promise<Record<string, string>> {
      const { token }: { token: string } = await (await call('POST', '/api/visitors')).json();
      return { authorization: `Bearer ${token}` };
    },
    /** The headers the workspace sends for a signed-in member of the team. */
    async rep(email: string): Promise<Record<string, string>> {
      const signedIn = await call('POST', '/api/demo/session', { 'x-redress': '1' }, { email });
      const [cookie = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';');
      return { cookie, 'x-redress': '1' };
    },
    close: redress.remove,
  };
}
export type ExampleApp = Awaited<ReturnType<typeof exampleApp>>;
