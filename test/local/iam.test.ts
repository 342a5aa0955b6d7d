// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a language of AWS, not JavaScript
import { describe, expect, test } from 'vitest';
import { decide } from '../../local/iam/evaluate.ts';
import { statementsOf } from '../../local/iam/policy.ts';
import { NotRunnable } from '../../local/template/not-runnable.ts';

const role = 'arn:aws:iam::000000000000:role/Test';
const bucket = 'arn:aws:s3:::ledger';
const object = `${bucket}/releases/a/b.json`;

type Case = [fact: string, allowed: boolean, own: object[], resource: object[], demand?: object];

const allow = (more: object) => ({
  Effect: 'Allow',
  Action: 's3:PutObject',
  Resource: `${bucket}/*`,
  ...more,
});
const deny = (more: object) => ({ ...allow(more), Effect: 'Deny' });
const everyone = { Principal: '*' };
const writeOnce = deny({ Principal: { AWS: '*' }, Condition: { Null: { 's3:if-none-match': 'true' } } });
const conditional = { context: { 's3:if-none-match': '*' } };
const when = (operator: string, key: string, value: unknown) =>
  allow({ Condition: { [operator]: { [key]: value } } });
const prefix = { context: { 's3:prefix': 'releases/x' } };

const cases: Case[] = [
  ['without a policy nothing is allowed', false, [], []],
  ['an Allow of the role allows', true, [allow({})], []],
  ['an Allow of another action does not', false, [allow({ Action: 's3:GetObject' })], []],
  [
    'an action is matched without regard to case, and with wildcards',
    true,
    [allow({ Action: ['S3:put*'] })],
    [],
  ],
  ['a resource is matched with regard to case', false, [allow({ Resource: `${bucket}/Releases/*` })], []],
  ['a star goes over slashes', true, [allow({ Resource: `${bucket}/*/b.json` })], []],
  ['a question mark is one character', true, [allow({ Resource: `${bucket}/releases/?/b.json` })], []],
  ['a dot is a dot', false, [allow({ Resource: `${bucket}/releases/a/bxjson` })], []],
  ['NotAction means every other action', true, [allow({ Action: undefined, NotAction: 's3:Get*' })], []],
  [
    'NotResource means every other resource',
    false,
    [allow({ Resource: undefined, NotResource: `${bucket}/*` })],
    [],
  ],
  ['a Deny of the role wins', false, [allow({}), deny({})], []],
  ['a Deny of the resource wins', false, [allow({})], [deny(everyone)]],
  ['a Deny for another role does not', true, [allow({})], [deny({ Principal: { AWS: `${role}2` } })]],
  [
    'a Deny for the account refuses its roles',
    false,
    [allow({})],
    [deny({ Principal: { AWS: 'arn:aws:iam::000000000000:root' } })],
  ],
  ['an Allow of the resource for this role is enough', true, [], [allow({ Principal: { AWS: role } })]],
  [
    'an Allow of the resource for the account is not',
    false,
    [],
    [allow({ Principal: { AWS: 'arn:aws:iam::000000000000:root' } })],
  ],
  [
    'an Allow of the resource for a service is not',
    false,
    [],
    [allow({ Principal: { Service: 's3.amazonaws.com' } })],
  ],
  ['a put without If-None-Match is refused by a write-once bucket', false, [allow({})], [writeOnce]],
  ['a put with it is not', true, [allow({})], [writeOnce], conditional],
  [
    'Null false wants the key to be there',
    true,
    [when('Null', 's3:if-none-match', 'false')],
    [],
    conditional,
  ],
  [
    'StringEquals holds for one of its values',
    true,
    [when('StringEquals', 's3:prefix', ['a', 'releases/x'])],
    [],
    prefix,
  ],
  ['StringEquals does not hold for a missing key', false, [when('StringEquals', 's3:prefix', 'a')], []],
  ['StringNotEquals does', true, [when('StringNotEquals', 's3:prefix', 'a')], []],
  [
    'StringNotEquals wants none of its values',
    false,
    [when('StringNotEquals', 's3:prefix', ['a', 'releases/x'])],
    [],
    prefix,
  ],
  ['StringLike knows wildcards', true, [when('StringLike', 's3:prefix', 'releases/*')], [], prefix],
  ['StringNotLike is its contrary', false, [when('StringNotLike', 's3:prefix', 'releases/*')], [], prefix],
  ['IfExists holds for a missing key', true, [when('StringLikeIfExists', 's3:prefix', 'a')], []],
  ['IfExists does not for another value', false, [when('StringLikeIfExists', 's3:prefix', 'a')], [], prefix],
  ['a condition key has no case', true, [when('StringLike', 'S3:Prefix', 'rel*')], [], prefix],
  [
    'Bool compares words',
    true,
    [when('Bool', 'aws:SecureTransport', true)],
    [],
    { context: { 'aws:securetransport': 'true' } },
  ],
  [
    'NumericLessThan compares numbers',
    false,
    [when('NumericLessThan', 's3:TlsVersion', 1.2)],
    [],
    { context: { 's3:tlsversion': '1.3' } },
  ],
  [
    'ArnLike matches part by part',
    false,
    [when('ArnLike', 'aws:SourceArn', 'arn:*:x')],
    [],
    { context: { 'aws:sourcearn': 'arn:aws:s3:::x' } },
  ],
  [
    'ArnEquals knows wildcards too',
    true,
    [when('ArnEquals', 'aws:SourceArn', 'arn:aws:s3:::*')],
    [],
    { context: { 'aws:sourcearn': 'arn:aws:s3:::x' } },
  ],
  [
    'two conditions must both hold',
    false,
    [allow({ Condition: { StringLike: { 's3:prefix': '*' }, Null: { 's3:prefix': 'true' } } })],
    [],
    prefix,
  ],
  [
    'ForAllValues holds if all do',
    false,
    [when('ForAllValues:StringLike', 'ses:Recipients', '*@a')],
    [],
    { context: { 'ses:recipients': ['x@a', 'y@b'] } },
  ],
  [
    'ForAnyValue holds if one does',
    true,
    [when('ForAnyValue:StringLike', 'ses:Recipients', '*@a')],
    [],
    { context: { 'ses:recipients': ['x@a', 'y@b'] } },
  ],
];

describe('IAM', () => {
  test.each(cases)('%s', (_, allowed, own, resource, more = {}) => {
    const caller = { principal: { role }, policies: statementsOf({ Statement: own }, 'the role') };
    const demand = { action: 's3:PutObject', resource: object, context: {}, ...more };
    expect(decide(caller, demand, statementsOf({ Statement: resource }, 'the bucket')).allowed).toBe(allowed);
  });

  test('a refusal says which statement refused', () => {
    const caller = { principal: { role }, policies: statementsOf({ Statement: [allow({})] }, 'the role') };
    const policy = statementsOf({ Statement: { ...writeOnce, Sid: 'WriteOnce' } }, 'the bucket');
    const demand = { action: 's3:PutObject', resource: object, context: {} };
    expect(decide(caller, demand, policy)).toEqual({ allowed: false, because: 'refused by WriteOnce' });
  });

  test.each([
    [
      'an operator',
      when('DateGreaterThan', 'aws:CurrentTime', 'x'),
      'the condition operator DateGreaterThan',
    ],
    ['a condition key', when('StringEquals', 'aws:VpcSourceIp', 'x'), 'the condition key aws:VpcSourceIp'],
    ['a policy variable', allow({ Resource: `${bucket}/\${aws:username}` }), 'the policy variable'],
    [
      'a policy variable in a condition',
      when('StringLike', 's3:prefix', '${aws:userid}'),
      'a policy variable',
    ],
    ['a kind of principal', allow({ Principal: { Federated: 'x' } }), 'Principal'],
    ['a part of a statement', allow({ NotPrincipal: '*' }), 'NotPrincipal'],
  ])('%s that the evaluator does not know is refused by name', (_, statement, what) => {
    expect(() => statementsOf({ Statement: [statement] }, 'R')).toThrow(NotRunnable);
    expect(() => statementsOf({ Statement: [statement] }, 'R')).toThrow(what);
  });
});
