import { Aws, CfnRule, Fn, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccessLogs } from './access-logs.ts';
import { Desk } from './desk.ts';
import { Drafting } from './drafting.ts';
import { EvidenceKey } from './evidence-key.ts';
import { Hearing } from './hearing.ts';
import { Intake } from './intake.ts';
import { Ledger } from './ledger.ts';
import { Mail } from './mail.ts';
import { declareOutputs } from './outputs.ts';
import { PublicApi } from './public-api.ts';
import { Publishing } from './publishing.ts';
import { Review } from './review.ts';
import type { Stage } from './stage.ts';
import { Sweeping } from './sweeping.ts';
import { Watch } from './watch.ts';
import { watchDrafting } from './watch-drafting.ts';
import { watchHearing } from './watch-hearing.ts';
import { watchIntake } from './watch-intake.ts';
import { watchMail } from './watch-mail.ts';
import { watchReview } from './watch-review.ts';
import { watchSweeping } from './watch-sweeping.ts';

export type GazetteStackProps = {
  stage: Stage;
  /** The ids of the sources that may post. */
  sources: readonly string[];
  /** Where the bundles of the functions are. */
  distDirectory: string;
};

/** Gazette in one stage: events come in, drafts are made, people decide, and what they approve is published. */
export class GazetteStack extends Stack {
  constructor(scope: Construct, id: string, { stage, sources, distDirectory }: GazetteStackProps) {
    const { account, region, deployable } = stage;
    super(scope, id, {
      description: 'Gazette: from a governance event to an approved press release',
      terminationProtection: deployable,
      env: { ...(account && { account }), ...(region && { region }) },
    });
    const house = { stage, distDirectory };

    const accessLogs = new AccessLogs(this, 'AccessLogs');
    const ledger = new Ledger(this, 'Ledger', { stage, accessLogs });
    const evidenceKey = new EvidenceKey(this, 'Evidence', { ledger: ledger.bucket });
    const desk = new Desk(this, 'Desk', { accessLogs });
    const api = new PublicApi(this, 'PublicApi', { stage });

    const intake = new Intake(this, 'Intake', { house, ledger, api, sources });
    const drafting = new Drafting(this, 'Drafting', { house, ledger, desk });
    const mail = new Mail(this, 'Mail', { house, ledger, desk, baseUrl: api.baseUrl });
    const { configurationSet } = mail;
    const hearing = new Hearing(this, 'Hearing', { house, ledger, desk, configurationSet });
    const review = new Review(this, 'Review', { house, ledger, evidenceKey, desk, api });
    const publishing = new Publishing(this, 'Publishing', { house, ledger });
    const sweeping = new Sweeping(this, 'Sweeping', {
      house,
      ledger,
      desk,
      draftWork: drafting.work,
      notifyWork: mail.work,
      publishWork: publishing.work,
    });

    const work = [drafting.work, mail.work, hearing.work, publishing.work];
    const watch = new Watch(this, 'Watch', stage);
    watch.functions(
      intake.receive,
      drafting.draft,
      mail.notify,
      hearing.hear,
      review.review,
      publishing.publish,
      sweeping.sweep,
    );
    watch.work(...work);
    watch.deadLetters(sweeping.deadLetters);
    watch.schedule(sweeping.sweep);
    watch.publicApi(api);
    watchIntake(watch, intake);
    watchDrafting(watch, drafting);
    watchSweeping(watch, sweeping);
    watchMail(watch, mail);
    watchReview(watch, review);
    watchHearing(watch, hearing);

    const deadLetters = [...work.map((queue) => queue.deadLetters), sweeping.deadLetters];
    declareOutputs(this, { api, intake, ledger, evidenceKey, desk, mail, sweeping, watch, deadLetters });
    if (!deployable) refuseDeployment(this);
  }
}

/** Makes CloudFormation itself refuse the stack, before it creates anything: no region has this name. */
const refuseDeployment = (stack: Stack): CfnRule =>
  new CfnRule(stack, 'NotDeployable', {
    assertions: [
      {
        assert: Fn.conditionEquals(Aws.REGION, 'local'),
        assertDescription: 'The local stage accepts development secrets and cannot be deployed.',
      },
    ],
  });
