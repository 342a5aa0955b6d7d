import type { ServiceError } from '../service-error.ts';
import type { WireResponse } from '../wire.ts';
import { element } from './xml.ts';

/** S3's error document; an answer to HEAD has no body, and so S3 tells its client no code. */
export const errorResponse = (method: string, { status, code, message }: ServiceError): WireResponse =>
  method === 'HEAD'
    ? { status, headers: { 'content-length': '0' } }
    : {
        status,
        headers: { 'content-type': 'application/xml' },
        body: `<?xml version="1.0" encoding="UTF-8"?>\n${element('Error', element('Code', code), element('Message', message))}`,
      };
