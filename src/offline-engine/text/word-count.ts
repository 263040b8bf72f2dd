/** How many words a text has, by the spaces between them. */
export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;
