/** So many names are found sooner by looking at each than by hashing them. */
const few = 32;

/** The names of one object, as they are read. */
export class JsonNames {
  private readonly list: string[] = [];
  private set: Set<string> | undefined;

  get size(): number {
    return this.list.length;
  }

  has(name: string): boolean {
    return this.set === undefined ? this.list.includes(name) : this.set.has(name);
  }

  add(name: string): void {
    this.list.push(name);
    if (this.list.length === few) this.set = new Set(this.list);
    else this.set?.add(name);
  }
}
