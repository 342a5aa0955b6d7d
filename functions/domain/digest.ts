import { hash } from 'node:crypto';

/** SHA-256 in hexadecimal of a text's UTF-8, or of bytes. */
export const sha256Of = (content: string | Uint8Array): string => hash('sha256', content, 'hex');
