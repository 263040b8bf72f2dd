import { createRoute, z } from '@hono/zod-openapi';
import { CaseRow } from '#domain/views/case-view.ts';
import { Offer } from '#domain/views/offer-view.ts';
import * as bounded from './bounded.ts';
import type { Callers } from './caller.ts';
import { eventStream } from './event-stream.ts';
import { afterOf, logStream } from './log-stream.ts';
import type { HttpParts } from './parts.ts';
import { queueEvents } from './queue-events.ts';
import type { RateLimit } from './rate-limit.ts';
import { area, body, events, json } from './route-words.ts';

const Queue = z.object({
  offers: z.array(Offer),
  mine: z.array(CaseRow),
  waiting: z.array(CaseRow),
  counts: z.object({
    mine: z.number().int(),
    waiting: z.number().int(),
    all: z.number().int(),
    chats: z.number().int(),
  }),
});
const Seq = z.object({ seq: z.number().int() });
const conversation = z.object({ id: bounded.clientId });
const offer = z.object({ conversationId: bounded.clientId });

/** The rep's inbox and chats. The right to each is the window's to say. */
export function repRoutes(parts: HttpParts, { rep }: Callers, writes: RateLimit) {
  const { announcements, assistant, config } = parts;
  // Other server processes are not heard, so where there may be some, readers look again at every heartbeat.
  const heartbeat = config.databaseUrl === undefined ? {} : { heartbeat: queueChanged };

  return area()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/rep/queue',
        summary: 'Who waits for a person, and which cases wait for work',
        middleware: rep,
        responses: { 200: json(Queue, 'Offers, own cases, and cases nobody has') },
      }),
      async (c) => c.json(await c.var.rep.queue(), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/rep/events',
        summary: 'Tells when the queue or a case changed',
        middleware: rep,
        responses: { 200: events(z.string(), 'queue events; whoever hears one looks again') },
      }),
      (c) =>
        eventStream(
          {
            events: (signal) => queueEvents(announcements, signal),
            write: () => queueChanged,
            isStillIn: c.var.isStillIn,
            ...heartbeat,
          },
          parts,
        ),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/rep/presence',
        summary: 'Says whether customers may be offered to this rep',
        middleware: rep,
        request: { body: body(z.object({ state: z.enum(['available', 'busy', 'away', 'offline']) })) },
        responses: { 204: { description: 'Noted' } },
      }),
      async (c) => {
        await c.var.rep.setPresence(c.req.valid('json').state);
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/rep/handovers/{conversationId}/acceptance',
        summary: 'Takes a waiting customer; the first who does has the chat',
        middleware: rep,
        request: { params: offer },
        responses: { 200: json(z.object({ caseNumber: z.string().optional() }), 'The chat is yours') },
      }),
      async (c) => c.json(await c.var.rep.acceptHandover(c.req.valid('param').conversationId), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/rep/handovers/{conversationId}/decline',
        summary: 'Leaves a waiting customer to the others',
        middleware: rep,
        request: { params: offer },
        responses: { 204: { description: 'It is not offered to you again' } },
      }),
      async (c) => {
        await c.var.rep.declineHandover(c.req.valid('param').conversationId);
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/rep/assist',
        summary: 'The chat with dispute assist, about a case when one is named',
        middleware: rep,
        request: { body: body(z.object({ caseNumber: bounded.caseNumber.optional() })) },
        responses: {
          200: json(z.object({ conversationId: z.string() }), 'The one that is open, or a new one'),
        },
      }),
      async (c) => {
        const { id } = await c.var.rep.startAssist(c.req.valid('json').caseNumber);
        return c.json({ conversationId: id }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/rep/conversations/{id}/log',
        summary: 'Everything in a conversation, what only the team sees included',
        middleware: rep,
        request: { params: conversation, query: z.object({ after: bounded.seqNumber.optional() }) },
        responses: {
          200: events(z.string(), 'entry, chunk and caught-up events; id is the number of an entry'),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        await c.var.rep.readConversation(id);
        const after = afterOf(c.req.header('last-event-id'), c.req.valid('query').after);
        return logStream(parts, { conversationId: id, after, audience: 'team' }, c.var.isStillIn);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/rep/conversations/{id}/messages',
        summary: 'Writes to the customer of an accepted chat, or to dispute assist',
        middleware: rep,
        request: { params: conversation, body: body(bounded.Message) },
        responses: { 202: json(Seq, 'The number it got') },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        const message = c.req.valid('json');
        const { side } = await c.var.rep.readConversation(id);
        writes.count(c.var.rep.rep.id, 'write');
        if (side === 'customer')
          return c.json({ seq: (await c.var.rep.writeToCustomer(id, message)).seq }, 202);
        const { entry } = await c.var.rep.askAssist(id, message);
        void assistant.answer(id, entry.seq);
        return c.json({ seq: entry.seq }, 202);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/rep/conversations/{id}/notes',
        summary: 'Leaves a note in a chat that only the team sees',
        middleware: rep,
        request: { params: conversation, body: body(bounded.Message) },
        responses: { 201: json(Seq, 'The number it got') },
      }),
      async (c) => {
        const { seq } = await c.var.rep.noteInChat(c.req.valid('param').id, c.req.valid('json'));
        return c.json({ seq }, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/rep/conversations/{id}/stop',
        summary: 'Stops the answer dispute assist is writing',
        middleware: rep,
        request: { params: conversation },
        responses: { 204: { description: 'Nothing more is written' } },
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        const { side } = await c.var.rep.readConversation(id);
        if (side === 'rep') assistant.stop(id);
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/rep/conversations/{id}/end',
        summary: 'Leaves a chat; what the customer writes next goes to the assistant',
        middleware: rep,
        request: { params: conversation },
        responses: { 204: { description: 'The chat has ended' } },
      }),
      async (c) => {
        await c.var.rep.endChat(c.req.valid('param').id);
        return c.body(null, 204);
      },
    );
}

const queueChanged = 'event: queue\ndata: {}\n\n';
