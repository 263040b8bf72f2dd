import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { ConversationSummary } from '#domain/views/conversation-summary.ts';
import { addEvent } from '#storage/cases/case-events.ts';
import type { CaseRecord } from '#storage/cases/cases.ts';
import { changeConversation, conversationById } from '#storage/conversations/conversations.ts';
import type { Service } from '../service.ts';

/** A rep mends the summary of a chat. Sources may be dropped, never invented; what it said before stays on the case's timeline. */
export async function editSummary(
  service: Service,
  record: CaseRecord,
  summary: ConversationSummary,
  rep: Person,
): Promise<void> {
  const { db } = service;
  const conversation =
    record.conversationId === undefined ? undefined : await conversationById(db, record.conversationId);
  const before = conversation?.summary;
  if (!conversation || !before)
    throw new Refusal('not-possible', `Case ${record.number} has no summary to mend.`);
  const known = new Set(before.sentences.flatMap(({ sources }) => sources.map(keyOf)));
  const invented = summary.sentences.flatMap(({ sources }) => sources).find((one) => !known.has(keyOf(one)));
  if (invented)
    throw new Refusal(
      'invalid',
      `Nothing in this chat is called ${invented.id}. Keep the sources as they are.`,
      {
        field: 'sentences',
      },
    );
  await db.write(async () => {
    await changeConversation(db, conversation.id, { summary });
    await addEvent(db, {
      id: service.newId(),
      caseId: record.id,
      at: service.now(),
      kind: 'work_note',
      audience: 'team',
      byName: rep.name,
      byPerson: rep.id,
      text: `${rep.name} mended the summary.`,
      data: { before },
    });
  });
  service.announce({ queue: true });
}

const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind}:${id}`;
