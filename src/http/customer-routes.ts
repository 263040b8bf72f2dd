import { createRoute, z } from '@hono/zod-openapi';
import {
  BalanceView,
  DocumentLinks,
  PaymentStatusView,
  PolicyPassage,
  StatementView,
} from '#domain/views/account-view.ts';
import { CustomerCaseView } from '#domain/views/case-view.ts';
import {
  InvoiceExplanation,
  InvoiceSummary,
  InvoiceView,
  LineExplanation,
} from '#domain/views/invoice-view.ts';
import * as bounded from './bounded.ts';
import { given } from './bounded.ts';
import type { Callers } from './caller.ts';
import type { HttpParts } from './parts.ts';
import type { RateLimit } from './rate-limit.ts';
import { area, body, json } from './route-words.ts';
import { startersFor } from './starters.ts';

const Home = z.object({
  verified: z.boolean(),
  name: z.string().optional(),
  account: z.string().optional(),
  invoices: z.array(InvoiceSummary),
  invoiceCount: z.number().int(),
  openCase: CustomerCaseView.optional(),
  conversation: z.object({ id: z.string(), state: z.enum(['bot', 'queued', 'human', 'ended']) }).optional(),
  starters: z.array(z.string()),
});

const InvoiceSearch = z.object({
  status: z.enum(['open', 'overdue', 'paid', 'disputed']).optional(),
  dateFrom: bounded.isoDay.optional(),
  dateTo: bounded.isoDay.optional(),
  product: bounded.words(100).optional(),
  poNumber: bounded.words(60).optional(),
});

const invoice = z.object({ number: bounded.invoiceNumber });

/** What a signed-in customer's own screens read and send: always of their own account. */
export const customerRoutes = ({ desk }: HttpParts, { customer, reader }: Callers, writes: RateLimit) =>
  area()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/home',
        summary: 'What the reader sees first',
        middleware: reader,
        responses: { 200: json(Home, 'Newest invoices, the open case and where the chat stands') },
      }),
      async (c) => {
        const { window, chat, language } = c.var.reader;
        const starters = startersFor(language, window !== undefined);
        if (!window) return c.json({ verified: false, invoices: [], invoiceCount: 0, starters }, 200);
        const current = await chat.current();
        return c.json(
          {
            verified: true,
            name: window.customer.name,
            ...(await window.readHome()),
            ...(current ? { conversation: { id: current.id, state: current.state } } : {}),
            starters,
          },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/invoices',
        summary: 'Finds invoices by what is remembered of them, newest first',
        middleware: customer,
        request: { query: InvoiceSearch },
        responses: {
          200: json(
            z.object({ invoices: z.array(InvoiceSummary), total: z.number().int() }),
            'At most fifty of them',
          ),
        },
      }),
      async (c) =>
        c.json(await c.var.customer.findInvoices({ ...given(c.req.valid('query')), limit: 50 }), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/invoices/{number}',
        summary: 'One invoice with its lines, payments and cases',
        middleware: customer,
        request: { params: invoice },
        responses: { 200: json(InvoiceView, 'The invoice') },
      }),
      async (c) => c.json(await c.var.customer.readInvoice(c.req.valid('param').number), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/invoices/{number}/explanation',
        summary: 'Why an invoice, or one line of it, is as it is',
        middleware: customer,
        request: { params: invoice, query: z.object({ line: bounded.lineNumber.optional() }) },
        responses: {
          200: json(
            z.union([LineExplanation, InvoiceExplanation]),
            'Each figure with the document it comes from',
          ),
        },
      }),
      async (c) => {
        const { number } = c.req.valid('param');
        const { line } = c.req.valid('query');
        if (line === undefined) return c.json(await c.var.customer.explainInvoice(number), 200);
        return c.json(await c.var.customer.explainLine(number, line), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/invoices/{number}/copy',
        summary: 'Links to the PDF and the XML of an invoice, by mail too when asked',
        middleware: customer,
        request: { params: invoice, body: body(z.object({ byEmail: z.boolean().optional() })) },
        responses: { 200: json(DocumentLinks, 'They open this document only, for 15 minutes') },
      }),
      async (c) => {
        const { byEmail = false } = c.req.valid('json');
        if (byEmail) writes.count(c.var.customer.customer.id, 'ask for a mail');
        return c.json(await c.var.customer.copyOfInvoice(c.req.valid('param').number, byEmail), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/balance',
        summary: 'What is owed, overdue and disputed',
        middleware: customer,
        responses: { 200: json(BalanceView, 'In the currency of the account') },
      }),
      async (c) => c.json(await c.var.customer.readBalance(), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/statement',
        summary: 'Invoices, credits and payments between two days',
        middleware: customer,
        request: { query: z.object({ from: bounded.isoDay, to: bounded.isoDay }) },
        responses: { 200: json(StatementView, 'With the running balance') },
      }),
      async (c) => {
        const { from, to } = c.req.valid('query');
        return c.json(await c.var.customer.readStatement(from, to), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/payments',
        summary: 'Whether a payment arrived, and what it was applied to',
        middleware: customer,
        request: {
          query: z.object({
            invoiceNumber: bounded.invoiceNumber.optional(),
            amount: bounded.decimal.optional(),
            paidOn: bounded.isoDay.optional(),
          }),
        },
        responses: { 200: json(PaymentStatusView, 'Payments that fit, newest first') },
      }),
      async (c) => c.json(await c.var.customer.readPaymentStatus(given(c.req.valid('query'))), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/policies',
        summary: 'What the billing policies say about a question',
        middleware: reader,
        request: { query: z.object({ question: bounded.words(500) }) },
        responses: {
          200: json(z.object({ passages: z.array(PolicyPassage) }), 'The nearest passages, best first'),
        },
      }),
      async (c) => c.json({ passages: await desk.searchPolicies(c.req.valid('query').question) }, 200),
    );
