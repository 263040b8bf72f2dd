import { noSlots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';
import { act, type Reader, understood } from './moment.ts';

const strike = pattern(`^(?:${alternatives('requests', 'strike')})[\\s.!]*$`);
/** Talk in which a charge can be what is meant. */
const ofCharges = /^(?:invoice\.(?:explain|find)|dispute\.open|payment\.fee|policy\.ask)$/;

/**
 * "Take it off": of a charge that is talked of it is a dispute, never a wish to drop what is talked of. Right after something was read back
 * for a yes it may mean either, so that is asked once more.
 */
export const readStriking: Reader = (moment) => {
  const { text, raw, context } = moment;
  const isOfCharges = [context.pending, context.lastIntent].some((intent) => ofCharges.test(intent ?? ''));
  if (context.side !== 'customer' || !(strike.test(text) || strike.test(raw)) || !isOfCharges)
    return undefined;
  if (context.asked === 'confirmation') return understood(moment, [act('hesitate', noSlots(), text)]);
  const line = context.asked ? undefined : context.line;
  const talkedOf = context.lines.find(({ id }) => Number(id) === line);
  const slots = moment.slotsFor('dispute.open', text);
  const ofLine = slots.line === undefined && line !== undefined ? { line } : {};
  // what is wrong with a charge that is no goods is that it is charged
  const isCharge = talkedOf?.goods === false;
  return understood(moment, [
    act('dispute.open', { ...slots, ...ofLine, ...(isCharge ? { reason: 'freight' as const } : {}) }, text),
  ]);
};
