import { sep } from 'node:path';
import { ServiceError } from '../service-error.ts';

const maxKeyBytes = 1024;
// File systems take names of 255 bytes; the metadata's file has six more than the object's.
const maxNameBytes = 249;
const emptySegment = '%_';

const toName = (segment: string): string => {
  if (segment === '') return emptySegment;
  // A leading dot is escaped too: so `..` cannot climb, and a hidden file of the machine's is never an object.
  const name = segment
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get into a file name
    .replace(/[%\\\u0000-\u001f\u007f]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(/^\./, '%2e');
  if (Buffer.byteLength(name) > maxNameBytes)
    throw new ServiceError(
      501,
      'NotImplemented',
      `The local S3 keeps objects as files, and a part of this key is too long for one`,
    );
  return name;
};

/** The relative file path of an object key: the key itself, but for what a file name cannot or must not hold. */
export const pathOfKey = (key: string): string => {
  if (key === '' || Buffer.byteLength(key) > maxKeyBytes)
    throw new ServiceError(400, 'KeyTooLongError', `A key has 1 to ${maxKeyBytes} bytes`);
  return key.split('/').map(toName).join(sep);
};

/** The key's segment that a file name stands for; undefined for a file that no key can name. */
export const segmentOfName = (name: string): string | undefined => {
  if (name.startsWith('.')) return undefined;
  return name === emptySegment
    ? ''
    : name.replace(/%([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
};
