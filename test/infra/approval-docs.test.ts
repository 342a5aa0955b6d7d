import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { companySchema } from '../../functions/domain/company.ts';
import { policySchema } from '../../functions/domain/policy-schema.ts';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'approval.md'), 'utf8');
const profile: unknown = JSON.parse(
  readFileSync(join(root, 'config', 'companies', 'halden-optics.json'), 'utf8'),
);

describe('docs/approval.md', () => {
  test('names every field of a policy, with its default', () => {
    const defaults = v.parse(policySchema, {
      groups: [{ id: 'a', name: 'A', needed: 1, approvers: ['b'] }],
    });
    for (const name of Object.keys(policySchema.entries)) expect(page).toContain(`\`${name}`);
    for (const name of [
      'beforeFilingHours',
      'expireAfterHours',
      'escalateBeforeHours',
      'coolingOffMinutes',
    ] as const)
      expect(page).toMatch(new RegExp(`\`${name}\` \\|.*\\| ${defaults[name]} \\|`));
    expect(page).toContain(`\`[${defaults.remindBeforeHours.join(', ')}]\``);
  });

  test('shows an example that is a profile', () => {
    const [, example = ''] = /```jsonc\n(.*?)```/s.exec(page) ?? [];
    const base = v.parse(v.looseObject({}), profile);
    const officers: never[] = [];
    const result = v.safeParse(companySchema, { ...base, officers, ...JSON.parse(`{${example}}`) });
    expect(result.issues?.map(({ message }) => message)).toBeUndefined();
  });
});
