import { describe, expect, it } from 'vitest';
import { reasonsIn } from './clause.ts';

describe('words that tell what is disputed', () => {
  it.each([
    ['the line of sugar is 2 times on it', 'duplicate'],
    ['it is the same as 50207', 'duplicate'],
    ['the crates went back with your driver', 'returned'],
    ['oddałem 2 rozdzielnice', 'returned'],
    ['eleven plates chipped', 'damaged'],
    ['une armoire est arrivée rayée', 'damaged'],
    ['las sillas llegaron manchadas', 'damaged'],
    ['you sent us conditioner instead of shower gel', 'wrong_item'],
    ['etykiety czerwone zamiast białych przyszły', 'wrong_item'],
    ['kregen rode ranonkels in plaats van witte', 'wrong_item'],
    ['nobody here ordered whiteboard markers', 'not_ordered'],
    ['a gente nunca pediu essa linha', 'not_ordered'],
    ['sharps bins didnt come', 'not_delivered'],
    ['the rower never showed', 'not_delivered'],
    ["le papier n'est toujours pas là", 'not_delivered'],
    ['our 3% for early payment was not deducted', 'discount'],
    ['a cooling fee again', 'freight'],
    ['kurier miał być gratis', 'freight'],
    ['the contract says 38', 'wrong_price'],
    ['quedamos en 22', 'wrong_price'],
  ] as const)('"%s"', (text, reason) => {
    expect(reasonsIn(text)).toContain(reason);
  });
  it.each([
    ['we took 72 off the back', 'returned'],
    ['a split delivery', 'damaged'],
    ['we only got 44 instead of 50', 'wrong_item'],
    ['it should be INV-30533', 'wrong_price'],
  ] as const)('"%s" tells no such thing', (text, reason) => {
    expect(reasonsIn(text)).not.toContain(reason);
  });
});
