import { decimalFromMinor } from '#domain/money.ts';
import { documentAllowanceItem, documentChargeItem } from '../document-charge-lines.ts';
import { likelyLineKind } from '../line-kind.ts';
import type { XmlElement } from '../xml-tree.ts';
import { type BilledLine, taxCategoryAt } from './ubl-billed-line.ts';
import {
  elementsAt,
  fault,
  firstTextAt,
  requiredAmount,
  requiredText,
  type UblReading,
} from './ubl-reading.ts';

/** UNTDID 7161: freight service. */
export const freightReasonCode = 'FC';

/**
 * Allowances and charges on the whole document as lines after the last one, so that the lines add up to the document's net
 * amount. An allowance has a negative price.
 */
export function documentCharges(
  reading: UblReading,
  root: XmlElement,
  lastLine: number,
  currency: string,
): readonly BilledLine[] {
  return elementsAt(root, 'cac:AllowanceCharge').map((element, index) => {
    const indicator = requiredText(reading, element, 'cbc:ChargeIndicator');
    if (!['true', 'false', '1', '0', ''].includes(indicator)) {
      fault(
        reading,
        element,
        `cbc:ChargeIndicator is "${indicator}"`,
        'Write true for a charge, false for an allowance',
      );
    }
    const isCharge = indicator === 'true' || indicator === '1';
    const amount = requiredAmount(reading, element, 'cbc:Amount', currency);
    const netMinor = isCharge || amount === 0 ? amount : -amount;
    const isFreight = isCharge && firstTextAt(element, 'cbc:AllowanceChargeReasonCode') === freightReasonCode;
    const fallback = isFreight
      ? 'Freight'
      : isCharge
        ? 'Charge on the document'
        : 'Allowance on the document';
    const description = firstTextAt(element, 'cbc:AllowanceChargeReason') ?? fallback;
    const likely = likelyLineKind(description, 'C62');
    return {
      line: lastLine + 1 + index,
      kind: isFreight ? 'freight' : isCharge && likely !== 'goods' ? likely : 'surcharge',
      itemId: isCharge ? documentChargeItem : documentAllowanceItem,
      description,
      quantity: { value: '1', unitCode: 'C62' },
      unitPrice: decimalFromMinor(netMinor, currency),
      priceBaseQuantity: '1',
      netMinor,
      ...taxCategoryAt(reading, element, 'cac:TaxCategory'),
    };
  });
}
