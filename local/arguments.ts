import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from './event-files.ts';

/** What to say for the parser's own sentences, which are for programmers; a name in them is between quotation marks. */
const sentenceFor = ({ code, message }: Error & { code: unknown }): string | undefined => {
  const [, name = ''] = /'([^', ]+)/.exec(message) ?? [];
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option ${name}.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take') ? `${name} takes no value.` : `${name} needs a value.`;
    default:
      return undefined;
  }
};

/** Parses the arguments of a command; throws UsageError with what is wrong, and with the usage if it is given. */
export const parseArguments = <T extends ParseArgsOptionsConfig>(
  options: T,
  args: readonly string[],
  usage?: string,
) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const sentence = error instanceof Error && 'code' in error ? sentenceFor(error) : undefined;
    if (sentence === undefined) throw error;
    throw new UsageError(usage === undefined ? sentence : `${sentence}\n\n${usage}`, { cause: error });
  }
};
