import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from '../event-files.ts';

/** A word as a POSIX shell has it, with or without quotation marks. */
const word = /(?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\.)*"|\\.)+/gs;

const unquoted = (text: string): string =>
  text.replace(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs,
    (_, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replace(/\\([$`"\\])/g, '$1') ?? (escaped === '\n' ? '' : (escaped ?? '')),
  );

const dataOptions = new Set(['--data-binary', '--data-raw', '--data', '-d']);

const bodyIn = (option: string, value: string): Buffer => {
  if (option !== '--data-binary' || !value.startsWith('@')) return Buffer.from(value, 'utf8');
  const file = value.slice(1);
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}, which the curl command sends.`);
  return readFileSync(file);
};

/** Reads what a curl command would send: its headers, and its body, from a file where it names one. Throws UsageError. */
export const readCurl = (command: string): { headers: [string, string][]; body: Buffer } => {
  const words = [...command.matchAll(word)].map(([text]) => unquoted(text)).filter((text) => text !== '');
  const headers: [string, string][] = [];
  let body: Buffer | undefined;
  for (const [at, option] of words.entries()) {
    const value = words[at + 1] ?? '';
    if (option === '--header' || option === '-H') {
      const [name = '', ...rest] = value.split(':');
      headers.push([name.trim(), rest.join(':').trim()]);
    }
    if (dataOptions.has(option)) body = bodyIn(option, value);
  }
  if (headers.length === 0 || body === undefined)
    throw new UsageError('The capture is a curl command, and must have --header and --data-binary.');
  return { headers, body };
};
