import { expect, test } from 'vitest';
import { speaker } from '../speak/replies.ts';
import { actions } from './actions.ts';
import { whatFor } from './what-for.ts';

const asked = [
  '_invoice',
  '_case',
  'invoice.narrow',
  'tax.explain',
  'rep.history',
  'rep.words',
  'rep.customer',
];

test.each(['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt'])(
  'each request that can wait has a name in %s',
  (language) => {
    const say = speaker(language);
    for (const intent of [
      ...asked,
      ...Object.keys(actions),
      'invoice.find',
      'dispute.open',
      'case.status',
      'rep.queue',
    ])
      expect(whatFor(intent, say)).not.toBe('');
  },
);
