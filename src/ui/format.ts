const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);
const decimalsOf = (text: string) => text.split('.')[1]?.length ?? 0;
const withMinus = (text: string) => text.replace(/^-|(?<=[^\d])-(?=\d)/, '−');

/** Amounts, quantities and dates as a person of that language reads them; sums come as decimal strings. */
export interface Format {
  money(amount: string, currency: string): string;
  quantity(amount: string): string;
  /** An ISO day: "30 Nov 2026". */
  day(iso: string): string;
  /** The time of an instant: "14:21". */
  time(iso: string): string;
  /** An instant with its day: "12 Nov, 09:14". */
  moment(iso: string): string;
}

export function createFormat(locale: string, timeZone?: string): Format {
  const zone = timeZone === undefined ? {} : { timeZone };
  const dayFormat = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const timeFormat = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...zone });
  const momentFormat = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...zone,
  });
  const shown = (format: Intl.DateTimeFormat, iso: string) => {
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) ? iso : format.format(date);
  };
  return {
    money: (amount, currency) => {
      if (!isDecimal(amount) || !/^[A-Z]{3}$/.test(currency)) return `${amount} ${currency}`.trim();
      const usual = new Intl.NumberFormat(locale, { style: 'currency', currency });
      const digits = usual.resolvedOptions().maximumFractionDigits ?? 2;
      if (decimalsOf(amount) <= digits) return withMinus(usual.format(amount));
      const exact = { style: 'currency', currency, maximumFractionDigits: decimalsOf(amount) } as const;
      return withMinus(new Intl.NumberFormat(locale, exact).format(amount));
    },
    quantity: (amount) =>
      isDecimal(amount)
        ? withMinus(
            new Intl.NumberFormat(locale, { maximumFractionDigits: decimalsOf(amount) }).format(amount),
          )
        : amount,
    day: (iso) => shown(dayFormat, iso),
    time: (iso) => shown(timeFormat, iso),
    moment: (iso) => shown(momentFormat, iso),
  };
}

/** Whole days from `today` to `day`, both ISO days; negative when past. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}

/** How long something has been or will be, in the shortest honest form: "4:12", "2h 05m", "3d 4h". */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(Math.abs(milliseconds) / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}h ${two(Math.floor((seconds % 3600) / 60))}m`;
  return `${Math.floor(seconds / 86_400)}d ${Math.floor((seconds % 86_400) / 3600)}h`;
}

/** Minus in front of a decimal string, none in front of nothing. */
export function negated(amount: string): string {
  if (/^-?0*(\.0*)?$/.test(amount)) return amount.replace('-', '');
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

/** "2 · Crates 12×1L"; what concerns the whole invoice has line 0 and shows no number. */
export const lineName = (line: number, description: string) =>
  line > 0 ? `${line} · ${description}` : description;
