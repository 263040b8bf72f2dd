import { type OpenAPIHono, z } from '@hono/zod-openapi';
import * as account from '#domain/views/account-view.ts';
import * as cases from '#domain/views/case-view.ts';
import { ConversationSummary } from '#domain/views/conversation-summary.ts';
import * as invoices from '#domain/views/invoice-view.ts';
import { Offer } from '#domain/views/offer-view.ts';
import * as checks from '#domain/views/validation-view.ts';
import manifest from '../../package.json' with { type: 'json' };
import { sessionCookie } from './caller.ts';
import { Problem } from './problem.ts';

// Shapes that have a name in the document, so that a generated client has one for them too.
const named = { ...account, ...cases, ConversationSummary, ...invoices, Offer, ...checks };
for (const [id, shape] of Object.entries(named)) z.globalRegistry.add(shape, { id });

const team = /^\/api\/(rep|proposals|me)(\/|$)/;
const open = /^\/(?!api\/)|^\/api\/(visitors|sign-in-links|session|demo)(\/|$)/;

const groupOf = (path: string) => {
  if (team.test(path)) return 'Team';
  if (path.startsWith('/api/demo/')) return 'Demo';
  if (!open.test(path)) return 'Customer';
  return path.startsWith('/api/') ? 'Signing in' : 'Service';
};
const securityOf = (path: string) => {
  if (open.test(path)) return [];
  return team.test(path) ? [{ team: [] }] : [{ customer: [] }];
};
const refusal = {
  description: 'A refusal: what is wrong, and what can be done',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The whole interface as OpenAPI 3.1 in JSON, from the same schemas that check requests. */
export function openApiDocument(app: OpenAPIHono): string {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Redress',
      version: manifest.version,
      description: `${manifest.description}. Sums and quantities are decimal strings, days are ISO 8601.`,
      license: { name: manifest.license },
    },
    servers: [{ url: '/' }],
  });
  for (const [path, { get, post, put, delete: remove }] of Object.entries(document.paths ?? {})) {
    for (const operation of [get, post, put, remove]) {
      if (!operation) continue;
      operation.tags = [groupOf(path)];
      operation.security = securityOf(path);
      operation.responses = { ...operation.responses, default: refusal };
    }
  }
  const { $schema: _, ...problem } = z.toJSONSchema(Problem);
  const schemas: Record<string, unknown> = { Problem: problem };
  const paths = withNames(document.paths, schemas);
  const securitySchemes = {
    customer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    team: { type: 'apiKey', in: 'cookie', name: sessionCookie },
  };
  return JSON.stringify({ ...document, paths, components: { schemas, securitySchemes } });
}

/** Moves each shape that has a name to `schemas`, and leaves a reference in its place. */
function withNames(node: unknown, schemas: Record<string, unknown>): unknown {
  if (Array.isArray(node)) return node.map((one) => withNames(one, schemas));
  if (typeof node !== 'object' || node === null) return node;
  const { id, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withNames(value, schemas)]),
  );
  const isNamed = typeof id === 'string' && Object.hasOwn(named, id) && ('type' in rest || 'oneOf' in rest);
  if (!isNamed) return id === undefined ? rest : { id, ...rest };
  schemas[id] = rest;
  return { $ref: `#/components/schemas/${id}` };
}
