/** The pattern language of policies: `*` for any run of characters, `?` for one. */
export const glob = (pattern: string, flags = ''): RegExp => {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, `s${flags}`);
};
