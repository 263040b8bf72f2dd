const utc = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month - 1, day));
const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
const two = (value: number): string => String(value).padStart(2, '0');

export type DayParts = { readonly year: number; readonly month: number; readonly day: number };

export function partsOf(day: string): DayParts {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, day: date };
}

export const dayOf = (year: number, month: number, day: number): string =>
  `${year}-${two(month)}-${two(day)}`;

/** The day, or undefined when the calendar has none such. Two-digit years are of this century. */
export function existingDay(year: number, month: number, day: number): string | undefined {
  const full = year < 100 ? 2000 + year : year;
  if (month < 1 || month > 12 || day < 1 || day > utc(full, month + 1, 0).getUTCDate()) return undefined;
  return dayOf(full, month, day);
}

export function addDays(day: string, count: number): string {
  const { year, month, day: date } = partsOf(day);
  return isoDay(utc(year, month, date + count));
}

/** The same day some months on, or that month's last day when it is shorter. */
export function addMonths(day: string, count: number): string {
  const { year, month, day: date } = partsOf(day);
  const last = utc(year, month + count + 1, 0).getUTCDate();
  return isoDay(utc(year, month + count, Math.min(date, last)));
}

export const lastDayOfMonth = (year: number, month: number): string => isoDay(utc(year, month + 1, 0));

export const firstDayOfMonth = (day: string, monthsLater = 0): string =>
  addMonths(`${day.slice(0, 7)}-01`, monthsLater);

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
