import { type FieldError, pointerStep } from '../domain/problem.ts';
import { JsonNames } from './json-names.ts';
import { asName, endOfNumber, isExactNumber, stringEnds, unescaped } from './json-text.ts';

const maxDepth = 32;
const maxValues = 20_000;
const maxNames = 500;
const maxNameLength = 256;
const maxFindings = 20;

const denied = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then', 'toJSON'];

/**
 * Names that every object inherits, or that JavaScript calls unasked: data has no need of them, attacks have. By length,
 * because to look a name up in a set takes four times as long.
 */
const deniedByLength = Array.from(
  { length: 1 + Math.max(...denied.map(({ length }) => length)) },
  (_, length) => denied.filter((name) => name.length === length),
);

/** An open object with the names seen in it, or an open array with the index that it is at. */
interface Frame {
  names: JsonNames | undefined;
  nameIsNext: boolean;
  step: string | number;
}

/** What was found in a document; `limit` where it is too deep or too large to be parsed at all. */
interface JsonScan {
  findings: FieldError[];
  limit?: FieldError;
}

const pointerTo = (frames: readonly Frame[]): string => frames.map(({ step }) => pointerStep(step)).join('');

/** What is wrong with a name in an object that has these names already. */
const nameFault = (name: string, names: JsonNames): string | undefined => {
  if (names.has(name)) return 'stands twice in its object';
  return deniedByLength[name.length]?.includes(name) ? 'is a name that Gazette does not take' : undefined;
};

/**
 * Finds in one pass what `JSON.parse` would hide: names that stand twice in an object (also where only escapes or
 * Unicode normalisation tell them apart), names that objects inherit, halves of surrogate pairs, numbers that would
 * change. Text that is not JSON may come through without a finding; `JSON.parse` is to refuse it afterwards.
 */
export const scanJson = (text: string): JsonScan => {
  const findings: FieldError[] = [];
  const frames: Frame[] = [];
  const endOfString = stringEnds(text);
  const escapes = text.includes('\\');
  const surrogates = escapes && /\\u[dD][89a-fA-F]/.test(text);
  let frame: Frame | undefined;
  let values = 1;
  const add = (detail: string): void => {
    if (findings.length < maxFindings) findings.push({ pointer: pointerTo(frames), detail });
  };
  const limit = (detail: string, levels = 0): JsonScan => ({
    findings,
    limit: { pointer: pointerTo(frames.slice(0, levels)), detail },
  });

  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    switch (code) {
      case 0x22: {
        const end = endOfString(at);
        if (frame?.names !== undefined && frame.nameIsNext) {
          if (end - at - 1 > maxNameLength)
            return limit(`has a name of more than ${maxNameLength} characters`, frames.length - 1);
          const name = asName(text.slice(at + 1, end));
          if (name === undefined) return { findings };
          // Once V8 has read such a name, it takes others that begin alike and have an escape for it: nodejs/node#63785.
          if (escapes && name.includes('\\'))
            return limit('has a backslash in a name, which Gazette does not take', frames.length - 1);
          if (frame.names.size === maxNames)
            return limit(`has more than ${maxNames} names`, frames.length - 1);
          frame.step = name;
          frame.nameIsNext = false;
          const fault = nameFault(name, frame.names);
          if (fault !== undefined) add(fault);
          if (surrogates && !name.isWellFormed()) add('has half of a surrogate pair in its name');
          frame.names.add(name);
        } else if (surrogates && unescaped(text.slice(at + 1, end))?.isWellFormed() === false) {
          add('has half of a surrogate pair');
        }
        at = end;
        break;
      }
      case 0x7b: // {
      case 0x5b: // [
        if (frames.length === maxDepth) return limit(`is more than ${maxDepth} levels deep`, maxDepth);
        frame =
          code === 0x7b
            ? { names: new JsonNames(), nameIsNext: true, step: '' }
            : { names: undefined, nameIsNext: false, step: 0 };
        frames.push(frame);
        break;
      case 0x7d: // }
      case 0x5d: // ]
        frames.pop();
        frame = frames.at(-1);
        break;
      case 0x2c: // ,
        values += 1;
        if (values > maxValues) return limit(`has more than ${maxValues} values`);
        if (frame === undefined) break;
        if (typeof frame.step === 'number') frame.step += 1;
        else frame.nameIsNext = true;
        break;
      default:
        if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
          const end = endOfNumber(text, at);
          if (!isExactNumber(text.slice(at, end))) add('is a number that would not be kept as it is sent');
          at = end - 1;
        }
    }
  }
  return { findings };
};
