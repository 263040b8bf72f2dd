import { createRoute, z } from '@hono/zod-openapi';
import manifest from '../../package.json' with { type: 'json' };
import type { HttpParts } from './parts.ts';
import { area, json } from './route-words.ts';

const Readiness = z.object({
  ready: z.boolean(),
  parts: z.array(z.object({ name: z.string(), ok: z.boolean(), ms: z.number() })),
});

/** For whoever runs the service: is it alive, can it work, which version is it. */
export const healthRoutes = ({ isReady, stopping }: HttpParts) =>
  area()
    .openapi(
      createRoute({
        method: 'get',
        path: '/livez',
        summary: 'Whether the process answers at all',
        responses: { 200: json(z.object({ alive: z.literal(true) }), 'It does') },
      }),
      (c) => c.json({ alive: true as const }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/readyz',
        summary: 'Whether the service can do its work now, part by part',
        responses: { 200: json(Readiness, 'It can'), 503: json(Readiness, 'It cannot, or it is stopping') },
      }),
      async (c) => {
        const { ready, parts } = await isReady();
        const state = { ready: ready && !stopping.aborted, parts: [...parts] };
        return state.ready ? c.json(state, 200) : c.json(state, 503);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/version',
        summary: 'Which version runs',
        responses: { 200: json(z.object({ name: z.string(), version: z.string() }), 'Name and version') },
      }),
      (c) => c.json({ name: manifest.name, version: manifest.version }, 200),
    );
