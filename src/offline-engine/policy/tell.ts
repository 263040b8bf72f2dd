import type { Request } from '../memory/state.ts';
import type { Said, Turn } from './plan.ts';
import { accountTells } from './tell-account.ts';
import { repTells } from './tell-rep.ts';

/** Puts a tool's result into words; undefined when it is not of the expected shape. */
export type Tell = (result: unknown, turn: Turn, request: Request) => Said | undefined;

export const tellOf = (tool: string): Tell | undefined => accountTells[tool] ?? repTells[tool];
