/** The desk: short-lived things, of which none is a fact. A lifecycle rule clears what is left. */
export interface Desk {
  put(key: string, body: string): Promise<void>;
  /** Claims a key: `exists` where somebody else has it. */
  claim(key: string, body: string): Promise<'written' | 'exists'>;
  get(key: string): Promise<string | undefined>;
  delete(key: string): Promise<void>;
  /** Keys under a prefix, in order, up to and including `until` where it is given. */
  list(prefix: string, until?: string): Promise<string[]>;
}
