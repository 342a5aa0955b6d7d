/** A field on which events differ, such as `effective.date`, with each value and the events that say it. */
export interface Difference {
  field: string;
  values: { value: string; events: string[] }[];
}

/** What merging found out, for each field of what was merged. */
export interface Findings {
  /** By field, the events that say what stands there. */
  origins: Map<string, string[]>;
  /** Where this is not empty, the value that was told first stands, for want of a better. */
  differences: Difference[];
}

/** A value, and the event that says it. */
export interface Said<V = unknown> {
  value: V;
  event: string;
  source: string;
}

export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a thing with fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wordsIn = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

/** Whether a value says the same as another and less of it: "left" than "retired", "Ann Lee" than "Ann B. Lee". */
export const yields = (field: string, value: unknown, other: unknown): boolean => {
  if (typeof value !== 'string' || typeof other !== 'string' || value === other) return false;
  if (field === 'manner') return value === 'left';
  if (!field.endsWith('.name')) return false;
  const [words, others] = [wordsIn(value), wordsIn(other)];
  return words.length < others.length && words.every((word) => others.includes(word));
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The events of each different value, in the order in which they were told. */
export const eventsByValue = (said: readonly Said[]): Map<unknown, string[]> => {
  const byText = Map.groupBy(said, ({ value }) => textOf(value));
  return new Map(
    [...byText.values()].map((same) => [same[0]?.value, [...new Set(same.map(({ event }) => event))]]),
  );
};

/** A difference as people read it. */
export const differenceOf = (field: string, values: Iterable<[unknown, string[]]>): Difference => ({
  field,
  values: [...values].map(([value, events]) => ({ value: textOf(value), events })),
});

/**
 * What each source says last: a source corrects itself by telling anew. What agrees with it, or says more, is kept; so is
 * what one event says twice, and differently.
 */
export const lastOfEach = <V>(
  said: readonly Said<V>[],
  agrees: (later: V, earlier: V) => boolean,
): Said<V>[] =>
  said.filter((earlier, index) =>
    said
      .slice(index + 1)
      .every(
        (later) =>
          later.source !== earlier.source ||
          later.event === earlier.event ||
          agrees(later.value, earlier.value),
      ),
  );

const mergeValue = (field: string, said: readonly Said[], { origins, differences }: Findings): unknown => {
  const agrees = (later: unknown, earlier: unknown): boolean =>
    textOf(later) === textOf(earlier) || yields(field, later, earlier);
  const all = [...eventsByValue(lastOfEach(said, agrees))];
  const rivals = all.filter(([value]) => !all.some(([other]) => yields(field, value, other)));
  if (rivals.length > 1) differences.push(differenceOf(field, rivals));
  const [value, events = []] = rivals[0] ?? [];
  origins.set(field, events);
  return value;
};

/** Takes what one event says of a thing, where no other says anything of it. */
const takeFields = (
  { value, event }: Pick<Said<Fields>, 'value' | 'event'>,
  { origins }: Pick<Findings, 'origins'>,
  within: string,
): Fields => {
  const taken: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const path = within + name;
    if (isFields(inner)) taken[name] = takeFields({ value: inner, event }, { origins }, `${path}.`);
    else if (inner !== undefined) {
      taken[name] = inner;
      origins.set(path, [event]);
    }
  }
  return taken;
};

/**
 * Merges what events say of one thing, field by field and in the order in which they say it: equal values agree, a value
 * that says less yields, a source's last word stands for it, and where sources differ the first stands beside a difference.
 * A field that no event names is not there.
 */
export const mergeFields = (
  said: readonly Said<Fields>[],
  findings: Findings,
  within: readonly string[] = [],
): Fields => {
  const [only, ...others] = said;
  if (only !== undefined && others.length === 0)
    return takeFields(only, findings, within.map((step) => `${step}.`).join(''));
  const names = new Set(said.flatMap(({ value }) => Object.keys(value)));
  const merged = [...names].flatMap((name) => {
    const values = said.flatMap(({ value, event, source }) =>
      value[name] === undefined ? [] : [{ value: value[name], event, source }],
    );
    if (values.length === 0) return [];
    const path = [...within, name];
    const parts = values.flatMap(({ value, ...by }) => (isFields(value) ? [{ value, ...by }] : []));
    const isWhole = parts.length < values.length;
    return [
      [name, isWhole ? mergeValue(path.join('.'), values, findings) : mergeFields(parts, findings, path)],
    ];
  });
  return Object.fromEntries(merged);
};
