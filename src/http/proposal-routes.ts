import { createRoute, z } from '@hono/zod-openapi';
import { ProposalView } from '#domain/views/validation-view.ts';
import * as bounded from './bounded.ts';
import type { Callers } from './caller.ts';
import { area, body, json } from './route-words.ts';

const proposal = z.object({ id: bounded.serverId });
/** The figures the person saw; `checked` is the box they ticked. */
const Approval = z.object({
  version: z.number().int().min(1).max(1_000_000),
  previewToken: z.string().min(1).max(200),
  checked: z.literal(true),
});

/** Where a person, and nobody else, decides what is issued. No tool reaches these. */
export const proposalRoutes = ({ rep }: Callers) =>
  area()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/rep/approvals',
        summary: 'Proposals that wait for somebody with a higher limit',
        middleware: rep,
        responses: { 200: json(z.array(ProposalView), 'Newest first; empty for whoever may not approve') },
      }),
      async (c) => c.json(await c.var.rep.waitingForApproval(), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/rep/proposals/{id}',
        summary: 'One proposal, and what became of it',
        middleware: rep,
        request: { params: proposal },
        responses: { 200: json(ProposalView, 'The proposal') },
      }),
      async (c) => c.json(await c.var.rep.readProposal(c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/proposals/{id}/approval',
        summary: 'Approves exactly what was shown; pressing twice is pressing once',
        middleware: rep,
        request: { params: proposal, body: body(Approval) },
        responses: {
          200: json(ProposalView, 'Held until it goes out, or sent on to somebody who may approve it'),
        },
      }),
      async (c) => {
        const { version, previewToken } = c.req.valid('json');
        return c.json(await c.var.rep.approve(c.req.valid('param').id, { version, previewToken }), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/proposals/{id}/taking-back',
        summary: 'Takes an approval back while it is held',
        middleware: rep,
        request: { params: proposal },
        responses: { 200: json(ProposalView, 'Nothing goes out') },
      }),
      async (c) => c.json(await c.var.rep.takeBack(c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/proposals/{id}/rejection',
        summary: 'Rejects a proposal, with a word about why',
        middleware: rep,
        request: { params: proposal, body: body(z.object({ note: bounded.words(2000) })) },
        responses: { 200: json(ProposalView, 'The rejected proposal') },
      }),
      async (c) => c.json(await c.var.rep.reject(c.req.valid('param').id, c.req.valid('json').note), 200),
    );
