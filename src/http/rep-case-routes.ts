import { createRoute, z } from '@hono/zod-openapi';
import { CaseRow, RepCaseView } from '#domain/views/case-view.ts';
import { InvoiceView } from '#domain/views/invoice-view.ts';
import { ReplyDraftView, replyDraftView } from '#domain/views/reply-draft-view.ts';
import {
  AvailabilityView,
  ProposalView,
  SimilarCasesView,
  ValidationView,
} from '#domain/views/validation-view.ts';
import * as bounded from './bounded.ts';
import { given } from './bounded.ts';
import type { Callers } from './caller.ts';
import { area, body, json } from './route-words.ts';

const record = z.object({ caseNumber: bounded.caseNumber });
const Summary = z.object({
  language: z.string().regex(/^[a-z]{2}$/),
  sentences: z
    .array(
      z.object({
        topic: z.enum(['who', 'claim', 'checked', 'promised', 'wants', 'mood', 'open_question', 'next_step']),
        text: bounded.words(1000),
        sources: z
          .array(z.object({ kind: z.enum(['entry', 'record']), id: bounded.words(120) }))
          .min(1)
          .max(50),
      }),
    )
    .max(50),
});
const Wanted = z.object({
  id: bounded.clientId,
  kind: z.enum(['credit_note', 'replacement_order', 'denial']),
  lines: z
    .array(z.object({ line: z.number().int().min(1).max(9999), quantity: bounded.decimal }))
    .max(200)
    .optional(),
  reason: bounded.text(4000).optional(),
});

/** A case as the team works on it. What each role may do is the window's to say. */
export const repCaseRoutes = ({ rep }: Callers) =>
  area()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/rep/cases',
        summary: 'Open cases, the most urgent first',
        middleware: rep,
        request: { query: z.object({ view: z.enum(['mine', 'waiting', 'all']).default('all') }) },
        responses: { 200: json(z.object({ cases: z.array(CaseRow) }), 'At most two hundred') },
      }),
      async (c) => c.json({ cases: await c.var.rep.listCases(c.req.valid('query').view) }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/rep/cases/{caseNumber}',
        summary: 'One case with the team’s notes and proposals',
        middleware: rep,
        request: { params: record },
        responses: { 200: json(RepCaseView, 'The case') },
      }),
      async (c) => c.json(await c.var.rep.readCase(c.req.valid('param').caseNumber), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/rep/cases/{caseNumber}/assignment',
        summary: 'Takes a case',
        middleware: rep,
        request: { params: record },
        responses: { 200: json(RepCaseView, 'The case, now yours') },
      }),
      async (c) => c.json(await c.var.rep.takeCase(c.req.valid('param').caseNumber), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/rep/cases/{caseNumber}/notes',
        summary: 'Adds a note that only the team reads; the same id again adds nothing',
        middleware: rep,
        request: {
          params: record,
          body: body(z.object({ id: bounded.clientId, text: bounded.words(8000) })),
        },
        responses: { 201: json(RepCaseView, 'The case with the note on it') },
      }),
      async (c) =>
        c.json(await c.var.rep.addWorkNote(c.req.valid('param').caseNumber, c.req.valid('json')), 201),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/rep/cases/{caseNumber}/summary',
        summary: 'Mends the summary of the chat; what it said before stays on the timeline',
        middleware: rep,
        request: { params: record, body: body(Summary) },
        responses: { 200: json(RepCaseView, 'The case with the mended summary') },
      }),
      async (c) =>
        c.json(await c.var.rep.editSummary(c.req.valid('param').caseNumber, c.req.valid('json')), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/rep/cases/{caseNumber}/check',
        summary: 'Checks the claim against the delivery records',
        middleware: rep,
        request: { params: record },
        responses: { 200: json(ValidationView, 'Line by line, each figure with its document') },
      }),
      async (c) => c.json(await c.var.rep.checkClaim(c.req.valid('param').caseNumber), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/rep/cases/{caseNumber}/similar',
        summary: 'Resolved cases like this one',
        middleware: rep,
        request: { params: record },
        responses: { 200: json(SimilarCasesView, 'The most alike first') },
      }),
      async (c) => c.json(await c.var.rep.findSimilarCases(c.req.valid('param').caseNumber), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/rep/cases/{caseNumber}/availability',
        summary: 'Whether the disputed goods can be sent again, and when',
        middleware: rep,
        request: { params: record },
        responses: { 200: json(AvailabilityView, 'Line by line') },
      }),
      async (c) => c.json(await c.var.rep.checkAvailability(c.req.valid('param').caseNumber), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/rep/cases/{caseNumber}/invoice',
        summary: 'The invoice a case disputes',
        middleware: rep,
        request: { params: record },
        responses: { 200: json(InvoiceView, 'The invoice') },
      }),
      async (c) => c.json(await c.var.rep.caseInvoice(c.req.valid('param').caseNumber), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/rep/cases/{caseNumber}/reply-draft',
        summary: 'A reply to the customer from what the records say; nothing is sent',
        middleware: rep,
        request: { params: record },
        responses: {
          200: json(ReplyDraftView, 'In the customer’s language'),
        },
      }),
      async (c) => c.json(replyDraftView(await c.var.rep.draftReply(c.req.valid('param').caseNumber)), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/rep/cases/{caseNumber}/proposals',
        summary: 'Works out a resolution for a person to approve; the same id again is the same proposal',
        middleware: rep,
        request: { params: record, body: body(Wanted) },
        responses: { 201: json(ProposalView, 'Exactly what would happen') },
      }),
      async (c) => {
        const { id, ...wanted } = given(c.req.valid('json'));
        return c.json(await c.var.rep.proposeAs(c.req.valid('param').caseNumber, id, wanted), 201);
      },
    );
