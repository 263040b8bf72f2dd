import type { Language } from '../language.ts';

/** "15:30 today", or "15:30 on 24 Nov 2026". */
export function replyByWords(replyBy: string, now: Date, { texts, format }: Language): string {
  const due = new Date(replyBy);
  const isToday = due.toDateString() === now.toDateString();
  const time = format.time(replyBy);
  const localDay = `${due.getFullYear()}-${String(due.getMonth() + 1).padStart(2, '0')}-${String(due.getDate()).padStart(2, '0')}`;
  return isToday ? texts.records.today(time) : texts.records.onDay(time, format.day(localDay));
}
