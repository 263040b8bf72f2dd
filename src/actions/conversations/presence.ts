import type { PresenceState } from '#domain/presence.ts';
import { savePresence } from '#storage/parties/presences.ts';
import type { Service } from '../service.ts';

export async function setPresence(service: Service, personId: string, state: PresenceState): Promise<void> {
  await savePresence(service.db, personId, state, service.now());
  service.announce({ queue: true });
}
