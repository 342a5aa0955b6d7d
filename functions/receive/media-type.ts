const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const mediaType = new RegExp(`^[ \\t]*(${token}/${token})[ \\t]*`);
// Each blank can be taken in one way only, so that a header of nothing but blanks and semicolons is read in one go.
const parameter = new RegExp(`;[ \\t]*(?:(${token})=(${token}|"[^"\\\\]*")[ \\t]*)?`, 'y');

/** A media type with its charset, both in lower case; undefined where a header does not hold exactly one (RFC 9110, 8.3.1). */
export const readMediaType = (
  header: string | undefined = '',
): { type: string; charset: string | undefined } | undefined => {
  const [start = '', type] = mediaType.exec(header) ?? [];
  if (type === undefined) return undefined;
  let charset: string | undefined;
  for (let at = start.length; at < header.length; at = parameter.lastIndex) {
    parameter.lastIndex = at;
    const match = parameter.exec(header);
    if (match === null) return undefined;
    const [, name, value] = match;
    if (name?.toLowerCase() !== 'charset') continue;
    if (charset !== undefined) return undefined;
    charset = value?.replaceAll('"', '').toLowerCase();
  }
  return { type: type.toLowerCase(), charset };
};
