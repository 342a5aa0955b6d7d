import type { Check } from './draft.ts';

/** A finding that keeps a draft from being approved; `line` is one of the text exhibit, from 1. */
export const error = (id: string, message: string, line?: number): Check => ({
  id,
  severity: 'error',
  message,
  ...(line !== undefined && { line }),
});

/** A finding for the approvers to weigh. */
export const warning = (id: string, message: string): Check => ({ id, severity: 'warning', message });
