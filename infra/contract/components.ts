import { problemTypes } from './problem-types.ts';

const text = { type: 'string' };

/** Shapes of what receive answers with; tests hold them against its answers. */
export const answerSchemas = {
  Answer: {
    type: 'object',
    description:
      'What became of a delivery that was taken. An event that is sent again gets the same answer, as known.',
    properties: {
      outcome: {
        enum: ['recorded', 'known', 'not-disclosable', 'ignored'],
        description:
          'recorded: the event is kept; known: it was here before; not-disclosable: it is about nobody whose acts are announced, and nothing of it is kept; ignored: it announces nothing, such as a test',
      },
      event: { ...text, description: 'the id of the event' },
      release: { ...text, description: 'the id of the release that it belongs to' },
    },
    required: ['outcome'],
    additionalProperties: false,
  },
  Problem: {
    type: 'object',
    description: 'What is wrong and what to do (RFC 9457).',
    properties: {
      type: { enum: Object.keys(problemTypes).map((kind) => `urn:gazette:problem:${kind}`) },
      title: text,
      status: { type: 'integer' },
      detail: { ...text, description: 'what to do' },
      errors: {
        type: 'array',
        minItems: 1,
        maxItems: 20,
        items: {
          type: 'object',
          properties: {
            pointer: {
              ...text,
              pattern: '^(/([^~/]|~[01])*)*$',
              description: 'where in the event, as structured mode writes it (RFC 6901)',
            },
            detail: text,
          },
          required: ['pointer', 'detail'],
          additionalProperties: false,
        },
      },
    },
    required: ['type', 'title', 'status', 'detail'],
    additionalProperties: false,
  },
  GatewayMessage: {
    type: 'object',
    description: 'What API Gateway says by itself, before or instead of Gazette.',
    properties: { message: text },
    required: ['message'],
  },
};
