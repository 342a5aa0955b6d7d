import { join } from 'node:path';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type * as v from 'valibot';
import type { Stage } from './stage.ts';
import type { Verb } from './verbs.ts';

/** What every function of a stage has in common. */
export type House = { stage: Stage; distDirectory: string };

type EnvironmentSchema = v.GenericSchema<Record<string, string>, unknown>;

export type HouseFunctionProps<S extends EnvironmentSchema> = {
  house: House;
  verb: Verb;
  description: string;
  /** The schema that the function parses its environment with when it starts; here it types `environment`. */
  env: S;
  environment: v.InferInput<S>;
  timeout: Duration;
  memoryMegabytes: number;
  /** Who is hurt, and how, while this function fails; every alarm about it says so. */
  errorImpact: string;
};

/** A function of ours: its bundle, a role that may nothing but write its own log, and the words for its alarms. */
export class HouseFunction<S extends EnvironmentSchema = EnvironmentSchema> extends Construct {
  readonly lambda: LambdaFunction;
  readonly verb: Verb;
  readonly timeout: Duration;
  readonly errorImpact: string;
  readonly logGroup: LogGroup;
  private readonly role: Role;

  constructor(scope: Construct, id: string, props: HouseFunctionProps<S>) {
    super(scope, id);
    const { house, verb, timeout } = props;
    this.verb = verb;
    this.timeout = timeout;
    this.errorImpact = props.errorImpact;
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.logGroup = new LogGroup(this, 'Log', {
      retention: house.stage.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.logGroup.grantWrite(this.role);
    this.lambda = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(house.distDirectory, verb)),
      handler: 'index.handler',
      description: props.description,
      environment: props.environment,
      timeout,
      memorySize: props.memoryMegabytes,
      role: this.role,
      logGroup: this.logGroup,
      // The functions write whole lines of JSON themselves; Lambda would wrap each in another.
      loggingFormat: LoggingFormat.TEXT,
    });
  }

  /** Adds to what the function may do. */
  allow(actions: readonly string[], resources: readonly string[], conditions: PolicyConditions = {}): void {
    this.role.addToPolicy(
      new PolicyStatement({ actions: [...actions], resources: [...resources], conditions }),
    );
  }
}

/** Conditions of a policy statement: operator, key, and the values of which one must match. */
type PolicyConditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
