/** Article numbers of the lines that stand for an allowance or a charge on the whole document. */
export const documentAllowanceItem = 'DOCUMENT-ALLOWANCE';
export const documentChargeItem = 'DOCUMENT-CHARGE';

export const isOnDocument = (itemId: string): boolean =>
  itemId === documentAllowanceItem || itemId === documentChargeItem;
