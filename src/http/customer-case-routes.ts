import { createRoute, z } from '@hono/zod-openapi';
import { disputeReasonCodes } from '#domain/dispute-reason.ts';
import { CustomerCaseView } from '#domain/views/case-view.ts';
import * as bounded from './bounded.ts';
import { given } from './bounded.ts';
import type { Callers } from './caller.ts';
import type { RateLimit } from './rate-limit.ts';
import { area, body, json } from './route-words.ts';

const DisputeForm = z.object({
  id: bounded.clientId,
  invoiceNumber: bounded.invoiceNumber,
  reason: z.enum(disputeReasonCodes),
  items: z
    .array(
      z.object({
        line: z.number().int().min(1).max(9999),
        receivedQuantity: bounded.decimal.optional(),
        disputedQuantity: bounded.decimal.optional(),
        expectedUnitPrice: bounded.decimal.optional(),
      }),
    )
    .max(200)
    .optional(),
  note: bounded.text(4000).optional(),
});

const record = z.object({ caseNumber: bounded.caseNumber });

/** The cases of a signed-in customer's account, and the form that opens one. */
export const customerCaseRoutes = ({ customer }: Callers, writes: RateLimit) =>
  area()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/cases',
        summary: 'The cases of the account, newest first',
        middleware: customer,
        request: { query: z.object({ status: z.enum(['open', 'closed']).optional() }) },
        responses: { 200: json(z.object({ cases: z.array(CustomerCaseView) }), 'Without their timelines') },
      }),
      async (c) => c.json({ cases: await c.var.customer.listCases(c.req.valid('query').status) }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/cases/{caseNumber}',
        summary: 'One case with its timeline',
        middleware: customer,
        request: { params: record },
        responses: { 200: json(CustomerCaseView, 'The case') },
      }),
      async (c) => c.json(await c.var.customer.readCase(c.req.valid('param').caseNumber), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/cases/{caseNumber}/notes',
        summary: 'Adds a note to a case; the same id again adds nothing',
        middleware: customer,
        request: {
          params: record,
          body: body(z.object({ id: bounded.clientId, text: bounded.words(4000) })),
        },
        responses: { 201: json(CustomerCaseView, 'The case with the note on it') },
      }),
      async (c) => {
        writes.count(c.var.customer.customer.id, 'write');
        return c.json(
          await c.var.customer.addNote(c.req.valid('param').caseNumber, c.req.valid('json')),
          201,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/disputes',
        summary: 'Disputes an invoice or lines of it; the same id again is the same case',
        middleware: customer,
        request: { body: body(DisputeForm) },
        responses: { 201: json(CustomerCaseView, 'The case that was opened') },
      }),
      async (c) => {
        writes.count(c.var.customer.customer.id, 'write');
        const { id, items, ...claim } = given(c.req.valid('json'));
        const claimed = items === undefined ? {} : { items: items.map((item) => given(item)) };
        return c.json(await c.var.customer.openDispute(id, { ...claim, ...claimed }), 201);
      },
    );
