import { type Context, holds } from './conditions.ts';
import { glob } from './glob.ts';
import type { Statement } from './policy.ts';

/** Who calls: a role by its ARN, with its own policies, or a service of AWS by its name, with none. */
export interface Caller {
  principal: { role: string } | { service: string };
  policies: readonly Statement[];
}

/** One permission that a call needs. */
export interface Demand {
  action: string;
  resource: string;
  context: Context;
}

export type Decision = { allowed: true } | { allowed: false; because: string };

const matchesAny = (patterns: readonly string[], value: string, flags = ''): boolean =>
  patterns.some((pattern) => glob(pattern, flags).test(value));

const applies = (statement: Statement, { action, resource, context }: Demand): boolean => {
  const { Action, NotAction, Resource, NotResource, conditions } = statement;
  const acts = Action ? matchesAny(Action, action, 'i') : !matchesAny(NotAction ?? ['*'], action, 'i');
  const meets = Resource ? matchesAny(Resource, resource) : !matchesAny(NotResource ?? ['*'], resource);
  return acts && meets && conditions.every((condition) => holds(condition, context));
};

/** `any` for a principal that means everyone or the whole account, and `named` for this caller by its own name. */
const names = ({ Principal }: Statement, { principal }: Caller): 'any' | 'named' | undefined => {
  if (Principal === undefined) return undefined;
  if (Principal === '*') return 'any';
  if ('service' in principal) return Principal.Service.includes(principal.service) ? 'named' : undefined;
  if (Principal.AWS.includes('*')) return 'any';
  if (Principal.AWS.includes(principal.role)) return 'named';
  return undefined;
};

/** The account itself, as a principal: it refuses for all its roles, but what it allows, their own policies must allow too. */
const namesAccount = ({ Principal }: Statement, { principal }: Caller): boolean => {
  if (Principal === undefined || Principal === '*' || 'service' in principal) return false;
  const account = principal.role.split(':')[4];
  return Principal.AWS.some((name) => name === account || name === `arn:aws:iam::${account}:root`);
};

/** Decides one demand as IAM does within one account: a Deny anywhere wins, else an Allow of the caller's or of the resource's policy is needed. */
export const decide = (caller: Caller, demand: Demand, resourcePolicy: readonly Statement[]): Decision => {
  const own = caller.policies.filter((statement) => applies(statement, demand));
  const foreign = resourcePolicy.filter((statement) => applies(statement, demand));
  const refusal =
    own.find(({ Effect }) => Effect === 'Deny') ??
    foreign.find(
      (each) => each.Effect === 'Deny' && (names(each, caller) !== undefined || namesAccount(each, caller)),
    );
  if (refusal !== undefined)
    return { allowed: false, because: `refused by ${refusal.Sid ?? 'a Deny statement'}` };
  const allowed =
    own.length > 0 || foreign.some((each) => each.Effect === 'Allow' && names(each, caller) !== undefined);
  return allowed ? { allowed } : { allowed, because: 'no policy allows it' };
};
