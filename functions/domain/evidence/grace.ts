/**
 * A process looks, and then writes. What came in between it could not see: so long a time is let pass between what one
 * process wrote and what another one should have seen. None runs for longer between the two.
 */
export const graceMilliseconds = 60_000;
