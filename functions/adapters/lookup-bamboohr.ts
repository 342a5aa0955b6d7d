import * as v from 'valibot';
import { LookupFailedError } from '../ports/lookup.ts';
import type { PersonFacts } from '../sources/mapping.ts';

const timeoutMilliseconds = 3000;

/** BambooHR writes a day that it does not know as zeros. */
const none = new Set(['', '0000-00-00']);
const field = v.nullish(v.pipe(v.string(), v.trim()));

/** Only what was asked for is read, whatever else an answer holds. */
const employee = v.object({
  firstName: field,
  lastName: field,
  jobTitle: field,
  status: field,
  terminationDate: field,
  hireDate: field,
});

const answerSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.check((answer) => !Array.isArray(answer), 'must be an object'),
  employee,
);

const known = (value: string | null | undefined): string | undefined =>
  value === null || value === undefined || none.has(value) ? undefined : value;

const factsOf = (answer: v.InferOutput<typeof employee>): PersonFacts => {
  const name = [known(answer.firstName), known(answer.lastName)]
    .filter((part) => part !== undefined)
    .join(' ');
  const [title, status] = [known(answer.jobTitle), known(answer.status)];
  const [terminated, hired] = [known(answer.terminationDate), known(answer.hireDate)];
  return {
    ...(name !== '' && { name }),
    ...(title !== undefined && { title }),
    ...(status !== undefined && { active: status === 'Active' }),
    ...(terminated !== undefined && { terminated }),
    ...(hired !== undefined && { hired }),
  };
};

/**
 * Asks BambooHR about one employee (Get Employee, API version 1) with the key as user name, for three seconds at most. A
 * redirect is not followed, because the key would go with it. Undefined where there is no such employee, or the id is none
 * that BambooHR gives; throws whatever comes of any other answer that is not 200 and an employee.
 */
export const askBambooHr = async (
  { baseUrl, apiKey }: { baseUrl: string; apiKey: string },
  id: string,
): Promise<PersonFacts | undefined> => {
  if (!/^\d{1,18}$/.test(id)) return undefined;
  const fields = Object.keys(employee.entries).join(',');
  const response = await fetch(`${baseUrl}/api/v1/employees/${id}/?fields=${fields}`, {
    headers: {
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(`${apiKey}:x`).toString('base64')}`,
    },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
  if (response.status === 404) return undefined;
  if (response.status !== 200) throw new LookupFailedError(`status-${response.status}`);
  return factsOf(v.parse(answerSchema, await response.text()));
};
