import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '#domain/refusal.ts';
import { CustomerCaseView } from '#domain/views/case-view.ts';
import * as bounded from './bounded.ts';
import { given } from './bounded.ts';
import type { Callers } from './caller.ts';
import { afterOf, logStream } from './log-stream.ts';
import type { HttpParts } from './parts.ts';
import type { RateLimit } from './rate-limit.ts';
import { area, body, events, json } from './route-words.ts';

const State = z.enum(['bot', 'queued', 'human', 'ended']);
const ConversationView = z.object({
  id: z.string(),
  state: State,
  position: z.number().int().optional(),
  waitMinutes: z.number().int().optional(),
  backAt: z.string().optional(),
});
const WaitingView = ConversationView.omit({ id: true });
const Started = ConversationView.pick({ id: true, state: true });
const Confirmed = z.object({
  result: z.union([
    CustomerCaseView,
    z.object({ caseNumber: z.string(), added: z.literal(true) }),
    z.object({ dropped: z.literal(true) }),
  ]),
});
const conversation = z.object({ id: bounded.clientId });

/** A chat as its owner uses it, signed in or not. Whose it is is looked at on every call. */
export const conversationRoutes = (parts: HttpParts, { reader }: Callers, turns: RateLimit) =>
  area()
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/conversations',
        summary: 'Starts a conversation under an id of the client; the same id again is the same one',
        middleware: reader,
        request: {
          body: body(z.object({ id: bounded.clientId, invoiceNumber: bounded.invoiceNumber.optional() })),
        },
        responses: { 200: json(Started, 'It is there already'), 201: json(Started, 'It was started') },
      }),
      async (c) => {
        const { id, state, lastSeq } = await c.var.reader.chat.start(given(c.req.valid('json')));
        return lastSeq === 0 ? c.json({ id, state }, 201) : c.json({ id, state }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/conversations/{id}',
        summary: 'Where a conversation stands, and the place in line while it waits',
        middleware: reader,
        request: { params: conversation },
        responses: { 200: json(ConversationView, 'The conversation') },
      }),
      async (c) => {
        const { conversation: found, waiting } = await c.var.reader.chat.read(c.req.valid('param').id);
        return c.json({ ...waiting, id: found.id, state: found.state }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/conversations/{id}/log',
        summary: 'Everything in a conversation, as it happens',
        middleware: reader,
        request: {
          params: conversation,
          query: z.object({ after: bounded.seqNumber.optional() }),
        },
        responses: {
          200: events(z.string(), 'entry, chunk and caught-up events; id is the number of an entry'),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        const { chat, isStillIn } = c.var.reader;
        await chat.read(id);
        const after = afterOf(c.req.header('last-event-id'), c.req.valid('query').after);
        return logStream(parts, { conversationId: id, after, audience: 'everyone' }, isStillIn);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/conversations/{id}/messages',
        summary: 'Writes a message; it is stored before anybody answers',
        middleware: reader,
        request: { params: conversation, body: body(bounded.Message) },
        responses: {
          202: json(z.object({ seq: z.number().int() }), 'The number it got; the answer follows in the log'),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        turns.count(c.var.reader.key, 'write');
        const { entry } = await c.var.reader.chat.post(id, c.req.valid('json'));
        // A retry as well: a message whose answer was never begun gets it now, one that has it gets no second.
        void parts.assistant.answer(id, entry.seq);
        return c.json({ seq: entry.seq }, 202);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/conversations/{id}/confirmations/{confirmationId}',
        summary: 'Says yes or no to what was read back; pressing twice is pressing once',
        middleware: reader,
        request: {
          params: conversation.extend({ confirmationId: bounded.serverId }),
          body: body(z.object({ confirmed: z.boolean() })),
        },
        responses: { 200: json(Confirmed, 'What came of it') },
      }),
      async (c) => {
        const { id, confirmationId } = c.req.valid('param');
        const { window } = c.var.reader;
        if (!window) throw new Refusal('sign-in-needed', 'Sign in to confirm this.');
        const { confirmed } = c.req.valid('json');
        return c.json({ result: await window.answerConfirmation(id, confirmationId, confirmed) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/conversations/{id}/handover',
        summary: 'Asks for a person; asking twice is asking once',
        middleware: reader,
        request: { params: conversation, body: body(z.object({ reason: bounded.text(500).optional() })) },
        responses: { 202: json(WaitingView, 'The place in line') },
      }),
      async (c) => {
        const { reason } = c.req.valid('json');
        return c.json(await c.var.reader.chat.askForPerson(c.req.valid('param').id, reason), 202);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/conversations/{id}/back',
        summary: 'Goes back to the assistant while nobody has accepted yet',
        middleware: reader,
        request: { params: conversation },
        responses: { 204: { description: 'The assistant answers again' } },
      }),
      async (c) => {
        await c.var.reader.chat.backToAssistant(c.req.valid('param').id);
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/conversations/{id}/stop',
        summary: 'Stops the answer that is being written',
        middleware: reader,
        request: { params: conversation },
        responses: { 204: { description: 'Nothing more is written' } },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        await c.var.reader.chat.read(id);
        parts.assistant.stop(id);
        return c.body(null, 204);
      },
    );
