import {
  confirmation,
  customerCase,
  invoice,
  paidInvoice,
  summary,
  summaryOfInvoice,
} from '#ui/scripted-records.ts';
import { type Call, type ScriptedService, startScriptedService } from '#ui/scripted-service.ts';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An unsigned token of the form a seller's site hands over; only a scripted service takes it. */
export const tokenFor = (subject: string, seconds = 3600) =>
  `${encoded({ alg: 'none' })}.${encoded({ sub: subject, exp: Math.floor(Date.now() / 1000) + seconds })}.x`;

const subjectOf = (call: Call) => {
  const payload = call.headers.authorization?.split('.')[1];
  const claims: unknown = payload ? JSON.parse(Buffer.from(payload, 'base64url').toString()) : {};
  return typeof claims === 'object' && claims !== null && 'sub' in claims ? String(claims.sub) : 'visitor';
};

export interface ScriptedCustomerOptions {
  pages?: Parameters<typeof startScriptedService>[0]['pages'];
}

/** The customer side of the service with set answers: a question, a dispute, a person. */
export async function startScriptedCustomer({ pages = {} }: ScriptedCustomerOptions = {}) {
  const taken = new Set<string>();
  const service: ScriptedService = await startScriptedService({
    pages,
    script: (call) => {
      const [, id = '', verb = ''] = /^\/api\/conversations\/([^/]+)\/(\w+)/.exec(call.path) ?? [];
      if (call.path === '/api/visitors') return { status: 201, body: { token: 'visitor' } };
      if (call.path === '/api/home') return { body: homeOf(subjectOf(call)) };
      if (call.path === '/api/conversations')
        return { status: 201, body: { id: call.body.id, state: 'bot' } };
      if (call.path === '/api/demo/people') return { body: { people } };
      if (call.path === '/api/demo/token') {
        const email = new URL(call.url, 'http://local').searchParams.get('email') ?? '';
        return { body: { token: tokenFor(email.split('@')[0] ?? '') } };
      }
      if (call.path === '/api/demo/mailbox') return { body: { mails } };
      if (call.path === '/api/invoices')
        return { body: { invoices: [summaryOfInvoice, paidInvoice], total: 2 } };
      if (verb === 'messages') return take(id, call);
      if (verb === 'handover') return handOver(id);
      if (verb === 'confirmations') {
        const card = { kind: 'case' as const, text: 'Case CASE-1187 is open.', case: customerCase };
        if (call.body.confirmed === true) service.write(id, 'system', { kind: 'card', card });
        return { body: { result: {} } };
      }
      return verb === 'stop' ? { status: 204 } : undefined;
    },
  });

  function take(id: string, { body }: Call) {
    const text = String(body.text);
    if (text === 'too long')
      return { status: 400, body: { detail: 'This message is too long.', code: 'invalid' } };
    if (taken.has(String(body.id))) return { status: 202, body: { seq: 1 } };
    taken.add(String(body.id));
    const seq = service.write(id, 'customer', { kind: 'message', text }, { id: String(body.id) });
    if (/higher/.test(text)) explain(id, seq);
    if (/only 100/i.test(text)) askToConfirm(id, seq);
    return { status: 202, body: { seq } };
  }

  function explain(id: string, answers: number) {
    const text = 'It is £370.00 more than October because line 1 lists 120 crates. October had 100.';
    const step = { toolCallId: 't1', toolName: 'get_invoice', input: { invoiceNumber: 'INV-20418' } };
    const pieces = text.split(' ').map((word) => ({ type: 'text-delta', id: 'a', delta: `${word} ` }));
    const chunks = [
      { type: 'start' },
      { type: 'tool-input-available', ...step },
      { type: 'tool-output-available', toolCallId: 't1', output: { ok: true } },
      { type: 'text-start', id: 'a' },
      ...pieces,
    ];
    for (const chunk of chunks) service.push(id, { answers, chunk });
    service.write(id, 'assistant', {
      kind: 'message',
      text,
      answers,
      trace: [{ tool: 'get_invoice', ok: true, subject: 'INV-20418' }],
      cards: [{ kind: 'invoice', text: 'INV-20418 over £2,664.00', invoice }],
      quickReplies: ['Only 100 arrived', 'That is fine', 'Talk to a person'],
    });
  }

  function askToConfirm(id: string, answers: number) {
    service.write(id, 'assistant', {
      kind: 'message',
      text: 'I can open a case for the 20 crates.',
      answers,
      cards: [{ kind: 'confirmation', text: 'Open a case?', confirmation }],
    });
  }

  function handOver(id: string) {
    service.write(id, 'system', { kind: 'handover', state: 'queued', position: 2, waitMinutes: 4, summary });
    return { status: 202 };
  }

  return service;
}

const people = [
  { name: 'Dana Ellis', email: 'dana@brightwell.test', role: 'customer', account: 'Brightwell Foods' },
  { name: 'Omar Haddad', email: 'omar@oakmere.test', role: 'customer', account: 'Oakmere Supplies' },
  { name: 'Sam Ortiz', email: 'sam@redress.test', role: 'agent' },
];
const mails = [
  {
    key: '1',
    recipient: 'dana@brightwell.test',
    subject: 'CASE-1187: credit of £444.00',
    text: 'Hello Dana,\n\n20 crates of INV-20418 were not delivered. Credit note CN-3301 is attached.',
    sentAt: '2026-11-21T14:20:00Z',
  },
];

function homeOf(subject: string) {
  if (subject === 'visitor')
    return { verified: false, invoices: [], invoiceCount: 0, starters: ['How do I pay?'] };
  const isDana = subject === 'dana';
  return {
    verified: true,
    name: isDana ? 'Dana Ellis' : 'Omar Haddad',
    account: isDana ? 'Brightwell Foods' : 'Oakmere Supplies',
    invoices: isDana ? [summaryOfInvoice, paidInvoice] : [],
    invoiceCount: isDana ? 12 : 0,
    ...(isDana ? { openCase: customerCase } : {}),
    starters: ['Get a copy', 'Question a charge', 'Case status'],
  };
}
