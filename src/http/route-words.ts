import { OpenAPIHono, type z } from '@hono/zod-openapi';
import { answerInvalid } from './answer-error.ts';

/** An area's routes; a request of the wrong shape is answered before any of them runs. */
export const area = () => new OpenAPIHono({ defaultHook: answerInvalid });

export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});
export const events = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'text/event-stream': { schema } },
});
