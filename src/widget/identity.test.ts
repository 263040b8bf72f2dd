import { expect, test, vi } from 'vitest';
import { createIdentity } from './identity.ts';
import { tokenFor } from './scripted-customer.ts';

function identityWith(now?: () => number) {
  const subjects: string[] = [];
  const errors: string[] = [];
  const identity = createIdentity({
    visitorToken: async () => 'visitor-token',
    dropVisitorToken: () => {},
    onSubject: (subject) => subjects.push(subject),
    onError: (code) => errors.push(code),
    backOff: () => 1,
    ...(now ? { now } : {}),
  });
  return { identity, subjects, errors };
}

test('without a sign-in the reader is a visitor', async () => {
  const { identity } = identityWith();
  expect(await identity.headers()).toEqual({ authorization: 'Bearer visitor-token' });
});

test('the last reader’s chat is dropped before the first call in the new name', async () => {
  const { identity, subjects } = identityWith();
  await identity.identify(async () => tokenFor('dana'));
  await identity.identify(async () => tokenFor('omar'));
  expect(subjects).toEqual(['dana', 'omar']);
  identity.stop();
});

test('a token that runs out is replaced before the next call', async () => {
  let time = Date.now();
  const { identity } = identityWith(() => time);
  const source = vi.fn(async () => tokenFor('dana', 60));
  await identity.identify(source);
  time += 58_000;
  source.mockResolvedValue(tokenFor('dana', 3600));
  await identity.headers();
  expect(source).toHaveBeenCalledTimes(2);
  identity.stop();
});

test('a page that gives no good token three times in a row ends the sign-in', async () => {
  const { identity, errors } = identityWith();
  const source = vi.fn(async () => 'garbage');
  expect(await identity.identify(source)).toBe(false);
  expect(source).toHaveBeenCalledTimes(3);
  expect(identity.state.value).toBe('expired');
  expect(errors).toEqual(['sign-in-needed']);
  expect(await identity.renew()).toBe(false);
});

test('signing out leaves a visitor', async () => {
  const { identity, subjects } = identityWith();
  await identity.identify(async () => tokenFor('dana'));
  identity.logout();
  expect(subjects).toEqual(['dana', 'visitor']);
  expect(await identity.headers()).toEqual({ authorization: 'Bearer visitor-token' });
});
