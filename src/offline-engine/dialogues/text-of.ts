import type { AssistantModelMessage, UserModelMessage } from 'ai';

/** The words of a message, without its tool calls. */
export const textOf = ({ content }: AssistantModelMessage | UserModelMessage): string =>
  typeof content === 'string'
    ? content
    : content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
