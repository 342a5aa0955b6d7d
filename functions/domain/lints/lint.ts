import type { Check } from '../draft.ts';

/** A finding for the approvers to weigh. */
export const warning = (id: string, message: string): Check => ({ id, severity: 'warning', message });

/** A finding that keeps the draft from being approved. */
export const error = (id: string, message: string): Check => ({ id, severity: 'error', message });
