import type { Columns } from './postgres/columns.ts';
import { billingTables } from './tables/billing.ts';
import { caseTables } from './tables/cases.ts';
import { conversationTables } from './tables/conversations.ts';
import { deliveryTables } from './tables/deliveries.ts';
import { partyTables } from './tables/parties.ts';
import { resolutionTables } from './tables/resolutions.ts';

/** Every table, once, in the words both engines understand. */
export const tables = (c: Columns) => ({
  ...partyTables(c),
  ...billingTables(c),
  ...deliveryTables(c),
  ...caseTables(c),
  ...conversationTables(c),
  ...resolutionTables(c),
});
export type Tables = ReturnType<typeof tables>;
