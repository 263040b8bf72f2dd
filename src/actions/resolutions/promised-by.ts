import { Refusal } from '#domain/refusal.ts';
import type { ReplacementOrderDraft } from '#domain/resolution.ts';
import { promiseOf } from '../cases/check-availability.ts';
import type { Service } from '../service.ts';

/** The day by which all goods of an order can be there; a refusal that offers a credit when nobody can say. */
export async function promisedBy(service: Service, order: ReplacementOrderDraft): Promise<string> {
  const promises = await Promise.all(
    order.lines.map((line) => promiseOf(service, line.invoiceLine, line.itemId, line.orderedQuantity)),
  );
  const unknown = promises.find((promise) => promise.promiseDate === undefined);
  if (unknown) {
    throw new Refusal(
      'not-possible',
      `${unknown.itemId} is not in stock and no date can be promised. Offer a credit note instead.`,
      {
        line: unknown.line,
      },
    );
  }
  return promises
    .map((promise) => promise.promiseDate ?? '')
    .reduce((latest, day) => (day > latest ? day : latest), '');
}
