import { openApiPath } from '../../functions/receive/openapi.ts';
import { answerSchemas } from './components.ts';
import { readActExamples } from './examples.ts';
import { eventSchemas, typeName } from './json-schema.ts';
import { contractAnswers, granted, headers, problemStatuses, problemsAt, taken } from './responses.ts';
import { binaryHeaders, security, securitySchemes, signedHeaders } from './signatures.ts';

const schema = (name: string): string => `#/components/schemas/${name}`;

const sourceParameter = {
  name: 'source',
  in: 'path',
  required: true,
  description: 'The id of the source.',
  schema: { type: 'string' },
};

const originParameter = {
  name: 'WebHook-Request-Origin',
  in: 'header',
  required: false,
  description: 'The DNS name under which the system asks.',
  schema: { type: 'string' },
};

const examples = () =>
  Object.fromEntries(
    Object.entries(readActExamples()).map(([kind, value]) => [typeName(kind), { summary: kind, value }]),
  );

const deliver = () => ({
  operationId: 'deliverEvent',
  summary: 'Deliver one event',
  description:
    'The signature of the source is verified over the bytes of the body before anything of them is read. A source whose own words are mapped sends what its system sends instead of an event.',
  security,
  parameters: [...signedHeaders, ...binaryHeaders],
  requestBody: {
    required: true,
    description: 'At most 256 KB.',
    content: {
      'application/cloudevents+json': { schema: { $ref: schema('Event') }, examples: examples() },
      'application/json': {
        schema: {
          description:
            'An event; with `ce-` headers the data of one; from a mapped source what its system sends.',
          type: 'object',
        },
      },
      'application/x-www-form-urlencoded': {
        schema: { description: 'What the system of a mapped source sends as a form.', type: 'object' },
      },
    },
  },
  responses: { '202': taken, ...problemsAt(...problemStatuses) },
});

const ask = {
  operationId: 'askToDeliver',
  summary: 'Ask whether an origin may deliver (CloudEvents web hooks 1.0, section 4)',
  parameters: [originParameter],
  responses: { '200': granted, ...problemsAt(405, 500) },
};

const read = {
  operationId: 'readContract',
  summary: 'Read this document',
  responses: { ...contractAnswers, ...problemsAt(405, 500) },
};

/** The contract of intake as OpenAPI 3.1, of the same schemas, schemes and problems that receive works with. */
export const openApiDocument = (): object => ({
  openapi: '3.1.1',
  info: {
    title: 'Gazette: intake',
    version: 'v1',
    description: 'How upstream systems deliver governance events, of which press releases are made.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  paths: {
    '/events/{source}': { parameters: [sourceParameter], post: deliver(), options: ask },
    [openApiPath]: { get: read },
  },
  components: { schemas: { ...eventSchemas(schema), ...answerSchemas }, headers, securitySchemes },
});
