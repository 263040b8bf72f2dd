/** Whether a rep can be offered chats. */
export type PresenceState = 'available' | 'busy' | 'away' | 'offline';
