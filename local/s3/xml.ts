/** Markup, as opposed to text that has yet to be escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML text; what XML 1.0 cannot hold becomes a character reference, as S3 does. */
const escapeXml = (text: string): string =>
  text
    .replace(/[&<>"]/g, (char) => entities[char] ?? char)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: object keys may hold them
    .replace(/[\u0000-\u001f]/g, (char) => `&#x${char.charCodeAt(0).toString(16)};`);

/** One element; strings among its content are escaped. */
export const element = (name: string, ...content: (string | number | boolean | Markup)[]): Markup =>
  new Markup(
    `<${name}>${content.map((part) => (part instanceof Markup ? part.text : escapeXml(String(part)))).join('')}</${name}>`,
  );
