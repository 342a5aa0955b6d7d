import { Ajv2020 } from 'ajv/dist/2020.js';
import * as v from 'valibot';

const response = v.looseObject({
  headers: v.optional(v.record(v.string(), v.unknown()), {}),
  content: v.optional(v.record(v.string(), v.looseObject({ schema: v.unknown() })), {}),
});

const operation = v.looseObject({ operationId: v.string(), responses: v.record(v.string(), response) });

const documentSchema = v.looseObject({
  openapi: v.string(),
  paths: v.record(v.string(), v.record(v.string(), v.unknown())),
  components: v.looseObject({ schemas: v.record(v.string(), v.unknown()) }),
});

const isDay = (text: string): boolean =>
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** An answer, however it was got; headers by their names in lower case. */
export interface Answered {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  text: string;
}

/** A contract that answers can be held against. */
export const readContract = (document: unknown) => {
  const { paths, components } = v.parse(documentSchema, document);
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { date: isDay } });
  ajv.addSchema({ $id: 'contract', components });

  const operationOf = (method: string, path: string) =>
    v.parse(operation, paths[path]?.[method.toLowerCase()]);

  const faultsOf = (schema: string, value: unknown): string[] => {
    const validate = ajv.getSchema(`contract#/components/schemas/${schema}`);
    if (validate === undefined) throw new Error(`The contract has no schema ${schema}`);
    return validate(value) === true
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  const bodyFaults = ({ content }: v.InferOutput<typeof response>, { headers, text }: Answered): string[] => {
    const type = headers['content-type']?.split(';')[0] ?? '';
    if (Object.keys(content).length === 0) return text === '' ? [] : ['has a body'];
    const schema = content[type]?.schema;
    if (schema === undefined) return [`${type} is not a media type of this status`];
    const { $ref } = v.parse(v.looseObject({ $ref: v.optional(v.string()) }), schema);
    return $ref === undefined ? [] : faultsOf($ref.split('/').at(-1) ?? '', JSON.parse(text));
  };

  return {
    operationOf,
    /** What is wrong with a value by a schema of the contract. */
    faultsOf,
    /** What an answer has that the contract does not know, or lacks that it promises. */
    breachesOf: (method: string, path: string, answered: Answered): string[] => {
      const promised = operationOf(method, path).responses[String(answered.status)];
      if (promised === undefined) return [`${answered.status} is not a status of ${method} ${path}`];
      const ours = answered.headers['content-type'] !== 'application/json' || answered.status < 400;
      const missing = Object.keys(promised.headers).filter((name) => answered.headers[name] === undefined);
      return [
        // What API Gateway says by itself bears none of our headers.
        ...(ours ? missing.map((name) => `has no ${name}`) : []),
        ...bodyFaults(promised, answered),
      ];
    },
  };
};
