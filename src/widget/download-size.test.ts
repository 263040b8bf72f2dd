import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const dist = join(import.meta.dirname, '../../dist');
const sizeOf = (path: string) => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;
const scripts = (folder: string) =>
  readdirSync(join(dist, folder))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `${folder}/${name}`);
const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);

/** What the loader pulls in at once: itself and what it names in a static import. */
function loaderFiles() {
  const imported = readFileSync(join(dist, 'widget/v1.js'), 'utf8').matchAll(/from\s*"\.\/([^"]+)"/g);
  return ['widget/v1.js', ...[...imported].map(([, name]) => `widget/${name}`)];
}

test('a page pays at most 3 kB for the chat before anybody opens it', () => {
  expect(sum(loaderFiles().map(sizeOf))).toBeLessThanOrEqual(3_000);
});

test('the whole chat is at most 45 kB', () => {
  expect(sum(scripts('widget').map(sizeOf))).toBeLessThanOrEqual(45_000);
});

test('the workspace is at most 180 kB', () => {
  expect(sum(scripts('workspace/assets').map(sizeOf))).toBeLessThanOrEqual(180_000);
});

test.each(['workspace/index.html', 'pages/customer.html', 'pages/mailbox.html'])(
  '%s has no script or style of its own in the page',
  (page) => {
    const html = readFileSync(join(dist, page), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+=/);
  },
);
