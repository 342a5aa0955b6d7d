const minute = 60_000;

/** A span of time as people say it: whole minutes up to two hours, whole hours up to two days, else whole days. */
interface TimeLeft {
  amount: number;
  unit: 'minute' | 'hour' | 'day';
}

/** How long it is until an instant, rounded down so that nobody is promised more; nothing where it has passed. */
export const timeLeft = (until: Date, now: Date): TimeLeft | undefined => {
  const minutes = Math.floor((until.getTime() - now.getTime()) / minute);
  if (minutes < 0) return undefined;
  if (minutes < 120) return { amount: minutes, unit: 'minute' };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { amount: hours, unit: 'hour' } : { amount: Math.floor(hours / 24), unit: 'day' };
};
