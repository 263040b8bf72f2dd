import type { Offer } from '#domain/views/offer-view.ts';
import type { ProposalView } from '#domain/views/validation-view.ts';
import {
  caseRows,
  invoice,
  proposal,
  repCase,
  similarCases,
  summary,
  validation,
} from '#ui/scripted-records.ts';
import { type Call, type ScriptedService, startScriptedService } from '#ui/scripted-service.ts';

const offer: Offer = {
  conversationId: 'chat-1',
  account: 'Brightwell Foods',
  customer: 'Dana Ellis',
  verified: true,
  invoiceNumber: 'INV-20418',
  caseNumber: 'CASE-1187',
  reason: 'asked',
  shortDescription: '20 crates of INV-20418 did not arrive',
  mood: { level: 'calm', trend: 'steady', reasons: [] },
  waitingSince: new Date(Date.now() - 42_000).toISOString(),
  amount: '444.00',
  currency: 'GBP',
};

export interface ScriptedRepOptions {
  proposal?: ProposalView;
  rep?: { id: string; name: string; email: string; role: string };
  /** Answers calls before the usual script does. */
  first?: (call: Call) => { status?: number; body?: unknown } | undefined;
}

/** The rep side of the service with set answers: one chat waiting, one case to settle by credit note. */
export async function startScriptedRep(options: ScriptedRepOptions = {}): Promise<ScriptedService> {
  const rep = options.rep ?? { id: 'rep-1', name: 'Sam Ortiz', email: 'sam@redress.test', role: 'agent' };
  let isSignedIn = false;
  let isTaken = false;
  let current: ProposalView | undefined;
  const service: ScriptedService = await startScriptedService({
    script: (call) => options.first?.(call) ?? answer(call),
  });

  function answer({ method, path, body }: Call) {
    const key = `${method} ${path}`;
    const toCase = path.replace(/^\/api\/rep\/cases\/CASE-1187/, '');
    switch (key) {
      case 'GET /api/me':
        return isSignedIn ? { body: rep } : { status: 401, body: { code: 'sign-in-needed' } };
      case 'GET /api/demo/people':
        return {
          body: { people: [rep, { name: 'Mara Lindqvist', email: 'mara@redress.test', role: 'manager' }] },
        };
      case 'POST /api/demo/session':
      case 'POST /api/session':
        isSignedIn = true;
        return { status: 204 };
      case 'GET /api/rep/queue':
        return {
          body: {
            offers: isTaken ? [] : [offer],
            mine: caseRows,
            waiting: caseRows.slice(1),
            counts: { all: 41 },
          },
        };
      case 'GET /api/rep/approvals':
        return { body: current?.state === 'pending_approval' ? [current] : [] };
      case 'GET /api/rep/cases':
        return { body: { cases: caseRows } };
      case 'POST /api/rep/presence':
      case 'POST /api/sign-in-links':
        return { status: 202 };
      case 'POST /api/rep/handovers/chat-1/acceptance':
        isTaken = true;
        service.write(
          'chat-1',
          'rep',
          { kind: 'handover', state: 'human', repName: rep.name },
          { authorName: rep.name },
        );
        return { body: { caseNumber: 'CASE-1187' } };
      case 'POST /api/rep/conversations/chat-1/messages':
        service.write(
          'chat-1',
          'rep',
          { kind: 'message', text: String(body.text) },
          { authorName: rep.name },
        );
        return { status: 202, body: { seq: 9 } };
      case 'POST /api/rep/assist':
        return { status: 201, body: { conversationId: 'assist-1' } };
      case 'POST /api/rep/conversations/assist-1/messages':
        return askAssist(String(body.id), String(body.text));
    }
    if (path.startsWith('/api/proposals/') || path.startsWith('/api/rep/proposals/')) return settle(path);
    const parts: Readonly<Record<string, unknown>> = {
      '': { ...repCase, proposals: current ? [current] : [] },
      '/check': validation,
      '/similar': similarCases,
      '/invoice': invoice,
      '/reply-draft': {
        text: 'Hello Dana, the delivery note shows 100 crates.',
        language: 'en',
        sources: [],
        statements: [
          { text: 'The delivery note shows 100 crates.', sources: [{ kind: 'despatch', id: 'DN-7741' }] },
        ],
        hints: [{ text: 'Tone: frustrated.', sources: [{ kind: 'message', id: '1' }] }],
      },
      '/notes': {},
      '/assignment': {},
    };
    if (toCase === '/proposals') {
      current = options.proposal ?? proposal;
      return { status: 201, body: current };
    }
    return toCase in parts ? { body: parts[toCase] } : undefined;
  }

  function settle(path: string) {
    if (!current) return { status: 404, body: { code: 'not-found' } };
    const version = current.version + 1;
    if (path.endsWith('/approval')) {
      const holdUntil = new Date(Date.now() + 24_000).toISOString();
      const isOver = current.approval.by === 'manager' && rep.role !== 'manager';
      current = isOver
        ? { ...current, version, state: 'pending_approval' }
        : { ...current, version, state: 'held', holdUntil };
    }
    if (path.endsWith('/taking-back')) current = { ...current, version, state: 'taken_back' };
    if (path.endsWith('/rejection')) current = { ...current, version, state: 'rejected' };
    return { body: current };
  }

  function askAssist(id: string, text: string) {
    const answers = service.write('assist-1', 'rep', { kind: 'message', text }, { id, authorName: rep.name });
    service.write('assist-1', 'assistant', {
      kind: 'message',
      text: 'The signed delivery note DN-7741 shows 100 crates.',
      answers,
      trace: [{ tool: 'validate_dispute', ok: true, subject: 'CASE-1187' }],
    });
    return { status: 202, body: { seq: answers } };
  }

  service.write(
    'chat-1',
    'customer',
    { kind: 'message', text: 'Twenty crates never turned up.' },
    { authorName: 'Dana Ellis' },
  );
  service.write('chat-1', 'assistant', {
    kind: 'message',
    text: 'I can see 100 crates on the signed delivery note. A credit needs a person, so I am passing this on.',
    trace: [{ tool: 'validate_dispute', ok: true, subject: 'INV-20418' }],
  });
  service.write('chat-1', 'system', { kind: 'handover', state: 'queued', position: 1 });
  service.write('chat-1', 'system', { kind: 'summary', summary }, { audience: 'team' });
  return service;
}
