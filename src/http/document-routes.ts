import { createRoute, z } from '@hono/zod-openapi';
import type { HttpParts } from './parts.ts';
import { area } from './route-words.ts';

const content = { schema: z.string() };

/** Documents behind signed links: the link is the right to read this one document, for a while. */
export const documentRoutes = ({ desk }: HttpParts) =>
  area().openapi(
    createRoute({
      method: 'get',
      path: '/documents/{token}',
      summary: 'The document a signed link was made for',
      request: { params: z.object({ token: z.string().min(1).max(1000) }) },
      responses: {
        200: {
          description: 'The PDF or the XML',
          content: { 'application/pdf': content, 'application/xml': content },
        },
      },
    }),
    async (c) => {
      const { bytes, mediaType, fileName } = await desk.openDocument(c.req.valid('param').token);
      return c.body(bytes, 200, {
        'content-type': mediaType,
        'content-disposition': `${mediaType === 'application/pdf' ? 'inline' : 'attachment'}; filename="${fileName}"`,
        'cache-control': 'private, no-store',
      });
    },
  );
