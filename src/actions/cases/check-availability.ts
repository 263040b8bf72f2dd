import { addQuantities, compareQuantities, inUnit, type Quantity } from '#domain/quantity.ts';
import { Refusal } from '#domain/refusal.ts';
import type { AvailabilityView } from '#domain/views/validation-view.ts';
import { dayAfter, weekdayOf } from '#domain/wall-clock.ts';
import { invoiceByNumber } from '#storage/billing/invoices.ts';
import { type CaseRecord, itemsOf } from '#storage/cases/cases.ts';
import { mustReach } from '../outside-systems.ts';
import { type Service, today } from '../service.ts';

/** For each disputed line: is the missing quantity in stock, and when can it be there. */
export async function checkAvailability(service: Service, record: CaseRecord): Promise<AvailabilityView> {
  const invoice =
    record.invoiceNumber === undefined ? undefined : await invoiceByNumber(service.db, record.invoiceNumber);
  if (!invoice)
    throw new Refusal(
      'not-possible',
      `Case ${record.number} disputes no invoice, so nothing can be ordered again.`,
    );
  const items = await itemsOf(service.db, [record.id]);
  const lines = await Promise.all(
    items.flatMap((item) => {
      const line = invoice.lines.find((one) => one.line === item.line);
      if (line?.kind !== 'goods') return [];
      return [
        promiseOf(service, line.line, line.itemId, { value: item.disputedQuantity, unitCode: item.unitCode }),
      ];
    }),
  );
  return { caseNumber: record.number, lines };
}

/** What stock can be promised of one item. An outside system that does not answer is a refusal that says so. */
export async function promiseOf(
  service: Service,
  line: number,
  itemId: string,
  wanted: Quantity,
): Promise<AvailabilityView['lines'][number]> {
  const stock = await mustReach(service, 'stock records', () => service.stock.ofItem(itemId));
  const shown = { line, itemId, wanted: wanted.value, unitCode: wanted.unitCode };
  if (!stock) return { ...shown, available: '0' };
  const here = inUnit(
    { value: stock.available, unitCode: stock.conversions.baseUnit },
    wanted.unitCode,
    stock.conversions,
  );
  const coming = inUnit(
    { value: stock.nextQuantity ?? '0', unitCode: stock.conversions.baseUnit },
    wanted.unitCode,
    stock.conversions,
  );
  if (!here || !coming) return { ...shown, available: '0' };
  if (compareQuantities(here.value, wanted.value) >= 0) {
    return {
      ...shown,
      available: here.value,
      promiseDate: workdaysAfter(today(service), stock.leadTimeDays),
    };
  }
  const enough =
    stock.nextArrival !== undefined &&
    compareQuantities(addQuantities([here.value, coming.value]), wanted.value) >= 0;
  return {
    ...shown,
    available: here.value,
    ...(enough && stock.nextArrival !== undefined
      ? { promiseDate: workdaysAfter(stock.nextArrival, stock.leadTimeDays) }
      : {}),
  };
}

/** So many working days later; Saturdays and Sundays do not count. */
function workdaysAfter(day: string, days: number): string {
  let at = day;
  for (let left = days; left > 0; ) {
    at = dayAfter(at);
    const weekday = weekdayOf(at);
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return at;
}
