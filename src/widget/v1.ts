import { RedressChat } from './chat-element.ts';
import type { Settings } from './contract.ts';

if (!customElements.get('redress-chat')) customElements.define('redress-chat', RedressChat);

/** Puts the chat on the page, once; a second call answers with the one that is there. */
export function boot(options: Partial<Settings> & { site: string }): Promise<RedressChat> {
  return place(Object.entries(options));
}

async function place(settings: [name: string, value: unknown][]): Promise<RedressChat> {
  const known = document.querySelector('redress-chat');
  const chat = known instanceof RedressChat ? known : new RedressChat();
  chat.dataset.api ??= new URL(import.meta.url).origin;
  for (const [name, value] of settings) chat.dataset[name] = String(value);
  if (chat.isConnected) return chat;
  if (!document.body) await new Promise((resolve) => addEventListener('DOMContentLoaded', resolve));
  document.body.append(chat);
  return chat;
}

const verbs = [
  'open',
  'close',
  'toggle',
  'send',
  'setContext',
  'identify',
  'logout',
  'destroy',
  'on',
] as const;
type Call = [verb: string, ...values: unknown[]];

/** `window.redress`: calls collected by the stub `window.redress||=[]` are made now, in order; later ones at once. */
function takeOverQueue(chat: RedressChat) {
  const call = (verb: string, values: unknown[]): unknown => {
    const name = verbs.find((known) => known === verb);
    return name && Reflect.apply(chat[name], chat, values);
  };
  const queued: unknown = Reflect.get(globalThis, 'redress');
  const api: Record<string, unknown> = { boot, push: ([verb, ...values]: Call) => call(verb, values) };
  for (const verb of verbs) api[verb] = (...values: unknown[]) => call(verb, values);
  Reflect.set(globalThis, 'redress', api);
  if (Array.isArray(queued)) for (const [verb, ...values] of queued) call(verb, values);
}

/** The tag this very file was loaded by; a page may have other module scripts. */
const ownTag = [...document.scripts].find(
  ({ src, dataset }) => src === import.meta.url && dataset.site !== undefined,
);
if (ownTag && !document.querySelector('redress-chat'))
  void place(Object.entries(ownTag.dataset)).then(takeOverQueue);

export type { RedressChat };
