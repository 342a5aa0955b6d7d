import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { HouseFunction } from './house-function.ts';
import type { Stage } from './stage.ts';

/** Never a path, a query or an address: the path of a link holds its token. */
const logged = {
  time: '$context.requestTimeEpoch',
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLatency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  integrationStatus: '$context.integrationStatus',
  integrationError: '$context.integrationErrorMessage',
};

/** The one door to the outside: an HTTP API, under a name of the stage's own if it has one. */
export class PublicApi extends Construct {
  readonly api: HttpApi;
  /** What every link begins with, without a slash at the end. */
  readonly baseUrl: string;
  /** The name that DNS must point the stage's own name to. */
  readonly hostTarget: string | undefined;

  constructor(scope: Construct, id: string, { stage }: { stage: Stage }) {
    super(scope, id);
    const { host, certificateArn } = stage;
    this.api = new HttpApi(this, 'Api', {
      apiName: Stack.of(this).stackName,
      createDefaultStage: false,
      // With a name of its own, nobody comes in by another that whatever guards the name does not see.
      disableExecuteApiEndpoint: host !== undefined,
    });
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: stage.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const apiStage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: stage.throttle.ratePerSecond, burstLimit: stage.throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
    });

    if (host === undefined || certificateArn === undefined) {
      this.baseUrl = this.api.apiEndpoint;
      this.hostTarget = undefined;
      return;
    }
    const domainName = new DomainName(this, 'Host', {
      domainName: host,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
    });
    new ApiMapping(this, 'HostMapping', { api: this.api, domainName, stage: apiStage });
    this.baseUrl = `https://${host}`;
    this.hostTarget = domainName.regionalDomainName;
  }

  /** Sends every request under a path to a function; `whoMayCall` says how that function itself knows its callers. */
  route(path: string, fn: HouseFunction, whoMayCall: string): void {
    const routes = this.api.addRoutes({
      path,
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration(`${fn.node.id}Integration`, fn.lambda),
    });
    for (const route of routes)
      Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: whoMayCall });
  }
}
