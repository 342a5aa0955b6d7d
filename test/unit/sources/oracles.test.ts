import { describe } from 'vitest';
import { octokit } from './oracles/octokit.ts';
import { compareWith } from './oracles/oracle.ts';
import { standardwebhooks } from './oracles/standardwebhooks.ts';
import { stripe } from './oracles/stripe.ts';

describe.each([standardwebhooks, stripe, octokit])('beside $library', compareWith);
