/** A reminder, with the rule that it comes from; it is no legal advice, and counsel decides. */
export interface Advice {
  rule: string;
  text: string;
}

/** A reminder that has a time: ISO instants in UTC. */
export interface Duty extends Advice {
  /** The release should not go out earlier. */
  notBefore?: string;
  /** What the duty asks for must have been done by then. */
  latest?: string;
}
