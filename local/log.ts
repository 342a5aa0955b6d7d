import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** One line: what a function wrote, or what the stack has to say about `source`. */
export interface LogLine {
  at: string;
  from: 'function' | 'stack';
  /** The function, or the part of the stack: `receive`, `gateway`. */
  source: string;
  text: string;
}

export type Log = (from: LogLine['from'], source: string, text: string) => void;

const kept = 10_000;

/** Adds to a list that a stack which runs for days must not let grow without end. */
export const remember = <T>(list: T[], item: T): void => {
  if (list.length >= kept) list.splice(0, kept / 2);
  list.push(item);
};

/** A log that keeps its last lines in `lines`, and all of them in `{directory}/{source}.log`. */
export const openLog = (
  directory: string,
  lines: LogLine[],
  onLog: (line: LogLine) => void = () => {},
): Log => {
  mkdirSync(directory, { recursive: true });
  return (from, source, text) => {
    const line = { at: new Date().toISOString(), from, source, text };
    remember(lines, line);
    appendFileSync(
      join(directory, `${source}.log`),
      from === 'function' ? `${text}\n` : `${line.at} ${text}\n`,
    );
    onLog(line);
  };
};
