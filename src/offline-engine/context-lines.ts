/** What the instructions tell the offline engine about the conversation, besides its messages. */
export type ConversationContext = {
  readonly today?: string;
  readonly openInvoice?: string;
  readonly openCase?: string;
  readonly language?: string;
};

const labels = {
  today: 'Today',
  openInvoice: 'Open invoice',
  openCase: 'Open record',
  language: 'Language',
} as const;

/** The lines of the instructions that `readContext` understands. */
export function contextLines({ today, openInvoice, openCase, language }: ConversationContext): string {
  const lines = [
    today && `${labels.today}: ${today}`,
    openInvoice && `${labels.openInvoice}: ${openInvoice}`,
    openCase && `${labels.openCase}: ${openCase}`,
    language && `${labels.language}: ${language}`,
  ];
  return lines.filter(Boolean).join('\n');
}

/** Reads those lines back out of instructions; everything else in them is not for this engine. */
export function readContext(instructions: string): ConversationContext {
  const lineOf = (label: string, form: string): string | undefined =>
    new RegExp(`^${label}: (${form})\\s*$`, 'm').exec(instructions)?.[1];
  const today = lineOf(labels.today, '\\d{4}-\\d{2}-\\d{2}');
  const openInvoice = lineOf(labels.openInvoice, '[\\w-]+');
  const openCase = lineOf(labels.openCase, '[\\w-]+');
  const language = lineOf(labels.language, '[a-z]{2}');
  return {
    ...(today ? { today } : {}),
    ...(openInvoice ? { openInvoice } : {}),
    ...(openCase ? { openCase } : {}),
    ...(language ? { language } : {}),
  };
}
