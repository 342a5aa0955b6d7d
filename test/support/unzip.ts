import { inflateRawSync } from 'node:zlib';

/** The files in a zip archive by name; the time of each as MS-DOS wrote it. */
export const unzip = (archive: Uint8Array): Map<string, { text: string; time: number }> => {
  const zip = Buffer.from(archive);
  const files = new Map<string, { text: string; time: number }>();
  const end = zip.length - 22;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + packed);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), {
      text: (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'),
      time: zip.readUInt32LE(at + 12),
    });
    at += 46 + name + extra + comment;
  }
  return files;
};
