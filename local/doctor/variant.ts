/** One way in which a part of a delivery may have been signed; what is as it must be says nothing. */
export interface Variant<T> {
  value: T;
  /** What is not as it must be, as a sentence. */
  says?: string;
}

/** Leaves out what is the same as something before it, so that a mistake that changes nothing is not told of. */
export const distinct = <T>(variants: readonly Variant<T>[], keyOf: (value: T) => string): Variant<T>[] => {
  const seen = new Set<string>();
  return variants.filter(({ value }) => {
    const key = keyOf(value);
    return !seen.has(key) && seen.add(key);
  });
};
