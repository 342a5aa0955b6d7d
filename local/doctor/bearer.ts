import type { BearerScheme } from '../../functions/sources/scheme.ts';
import type { KnownSecrets } from './secrets.ts';

/** Why a token is not the one of its source, in sentences. */
export const diagnoseBearer = (
  headers: Readonly<Record<string, string>>,
  { header, prefix }: BearerScheme,
  { current, previous, others }: KnownSecrets,
): string[] => {
  const own = [current, previous].filter((secret) => secret !== undefined);
  const value = headers[header.toLowerCase()];
  if (value === undefined) {
    const holder = Object.entries(headers).find(([, text]) => own.some((secret) => text.includes(secret)));
    return [
      holder === undefined
        ? `${header} is missing.`
        : `${header} is missing, and the token is in ${holder[0]}. Send it in ${header}.`,
    ];
  }
  const bare = value.trim().split(/\s+/).at(-1) ?? '';
  if (own.includes(bare)) return [`The token is right, and must stand after "${prefix}" and nothing else.`];
  if (own.some((secret) => Buffer.from(secret).toString('base64') === bare))
    return ['The token was put into base64. Send it as it is.'];
  const [foreign] = Object.entries(others).find(([, secret]) => secret === bare) ?? [];
  return [
    foreign === undefined
      ? 'The token is another one.'
      : `It is the token of ${foreign}. Use the one of this source.`,
  ];
};
