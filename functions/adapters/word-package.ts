import { escapeHtml } from '../domain/templates.ts';

/** The properties of a Word file, which `docx` would write with the time of the clock. */
export const coreProperties = (title: string, createdAt: string): { path: string; data: string } => ({
  path: 'docProps/core.xml',
  data: [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeHtml(title)}</dc:title>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${escapeHtml(createdAt)}</dcterms:created>`,
    '</cp:coreProperties>',
  ].join(''),
});

/** The first day that a zip file can name, January 1, 1980 at midnight, as MS-DOS wrote it. */
const firstTime = 0x00210000;

/** Gives every file in a zip archive the same time, so that the same draft makes the same bytes (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
export const withoutTimes = (archive: Buffer): Buffer => {
  const zip = Buffer.from(archive);
  // Without a comment, the record that ends the directory is the last 22 bytes.
  const end = zip.length - 22;
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    zip.writeUInt32LE(firstTime, entry + 12);
    zip.writeUInt32LE(firstTime, zip.readUInt32LE(entry + 42) + 10);
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(entry + offset));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return zip;
};
