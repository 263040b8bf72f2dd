import { maskSensitive } from '#domain/masking.ts';
import { Refusal } from '#domain/refusal.ts';
import type { LogEntry } from '#domain/views/log-entry.ts';
import { type Conversation, moveConversation } from '#storage/conversations/conversations.ts';
import { appendEntry } from '#storage/conversations/log-entries.ts';
import type { Service } from '../service.ts';

/** The longest message that is read; a longer one is refused whole, so that nothing of it is lost unseen. */
export const longestMessage = 8000;

/**
 * Stores what a person wrote, before anybody answers. The client makes the id: the same id again is the same message.
 * Card and bank numbers are masked. Writing into an ended conversation starts it afresh with the assistant.
 */
export async function postMessage(
  service: Service,
  conversation: Conversation,
  message: { id: string; text: string; author: 'customer' | 'rep'; authorName: string },
): Promise<{ entry: LogEntry; added: boolean }> {
  const text = readableText(message.text);
  const { db } = service;
  const now = service.now();
  const posted = await db.write(async () => {
    if (conversation.side === 'customer' && message.author === 'customer') {
      await moveConversation(db, conversation.id, ['ended'], {
        state: 'bot',
        repId: null,
        queuedAt: null,
        acceptedAt: null,
        contextFrom: conversation.lastSeq,
      });
    }
    const body = { kind: 'message' as const, text };
    return appendEntry(db, conversation.id, { ...message, at: now, audience: 'everyone', body });
  });
  service.announce({ conversation: conversation.id });
  return posted;
}

function readableText(text: string): string {
  const readable = maskSensitive(
    text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => (/[\n\t\u200c\u200d]/.test(character) ? character : ' ')),
  ).text.trim();
  if (readable === '')
    throw new Refusal('invalid', 'The message is empty. Write something first.', { field: 'text' });
  if (readable.length > longestMessage) {
    throw new Refusal(
      'invalid',
      `The message has ${readable.length} characters; ${longestMessage} can be read at once. Please shorten it or send it in parts.`,
      { field: 'text' },
    );
  }
  return readable;
}
