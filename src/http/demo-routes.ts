import { createRoute, z } from '@hono/zod-openapi';
import * as bounded from './bounded.ts';
import { signCustomerToken } from './customer-token.ts';
import { assertOwnPage } from './own-page.ts';
import type { HttpParts } from './parts.ts';
import { area, body, json } from './route-words.ts';
import { keepSession } from './sign-in-routes.ts';

const DemoPerson = z.object({
  name: z.string(),
  email: z.string(),
  role: z.string(),
  account: z.string().optional(),
});
const DemoMail = z.object({
  key: z.string(),
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: z.string(),
  link: z.string().optional(),
});
const ByEmail = z.object({ email: bounded.email });

/** What makes the demo easy to try and must never run elsewhere: everybody may be anybody. */
export const demoRoutes = ({ config, desk }: HttpParts) =>
  area()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/demo/people',
        summary: 'Everybody the demo can be tried as',
        responses: { 200: json(z.object({ people: z.array(DemoPerson) }), 'Customers, then the team') },
      }),
      async (c) => c.json({ people: await desk.demo.people() }, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/demo/session',
        summary: 'Signs in as somebody of the team',
        request: { body: body(ByEmail) },
        responses: { 204: { description: 'Signed in; the session is in the cookie' } },
      }),
      async (c) => {
        assertOwnPage(c, config.publicUrl);
        keepSession(c, config.publicUrl, await desk.demo.signInAs(c.req.valid('json').email));
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/demo/token',
        summary: 'A customer token, as the seller’s own site would make it',
        request: { query: ByEmail },
        responses: { 200: json(z.object({ token: z.string() }), 'Good for 15 minutes') },
      }),
      async (c) => {
        const customer = await desk.demo.customer(c.req.valid('query').email);
        return c.json({ token: await signCustomerToken(config, customer, desk.now()) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/demo/mailbox',
        summary: 'Every mail that went out, newest first',
        responses: { 200: json(z.object({ mails: z.array(DemoMail) }), 'At most a hundred') },
      }),
      async (c) => c.json({ mails: await desk.demo.mailbox() }, 200),
    );
