import { ownerReader } from '../../functions/domain/company.ts';
import type { DraftMailKind } from '../../functions/domain/facts.ts';
import { operationsReader as operations } from '../../functions/domain/mail-ids.ts';
import type { Scene } from './scene.ts';

/** Approvers of the profile that the samples are of: one is away, and has another for a delegate. */
export const [asked, away, delegate] = ['ruth-okafor', 'jonas-keller', 'ana-delgado'];

/** A mail as it may be: its kind, for whom, and what happened before. */
export interface Sample {
  name: string;
  kind: DraftMailKind;
  /** An approver's id, `owner`, or `operations`. */
  to: string;
  /** The number of the draft that it is about; 1 where it is not said. */
  draft?: number;
  /** Whether facts are missing. */
  unapprovable?: true;
  stepUp?: 'code' | 'link';
  /** Hours after the draft was made at which it goes out; 5 where it is not said. */
  afterHours?: number;
  before?: (scene: Scene) => Promise<void>;
}

type Before = NonNullable<Sample['before']>;

const anotherAskedForChanges: Before = async ({ decided, ended }) => {
  await decided(asked, 'approve');
  await decided(delegate, 'request-changes');
  await ended('changes-requested', delegate);
};

const expired: Before = async ({ decided, ended }) => {
  await decided(asked, 'approve');
  await ended('expired', 'sweep');
};

/** Who is told was asked, and then the draft ended without them. */
const askedUntil = async (scene: Scene, outcome: 'approved' | 'frozen'): Promise<void> => {
  await scene.asked(asked, 1);
  await scene.ended(outcome, delegate);
};

const tookBack: Before = async (scene) => {
  await scene.decided(asked, 'approve');
  await scene.tookBack(asked);
};

/** The draft waits for half an hour, in which an approval can be taken back. */
const allApproved: Before = async ({ decided }) => {
  for (const approver of [asked, away, delegate]) await decided(approver, 'approve');
};

/** Every kind of mail about a draft, for everybody who may get it, and in each form that its words depend on. */
export const samples: readonly Sample[] = [
  { name: 'drafted', kind: 'drafted', to: ownerReader },
  {
    name: 'drafted-goes-on',
    kind: 'drafted',
    to: ownerReader,
    draft: 2,
    before: (scene) => scene.wentOn(asked),
  },
  { name: 'drafted-unapprovable', kind: 'drafted', to: ownerReader, unapprovable: true },
  { name: 'ask', kind: 'ask', to: asked },
  {
    name: 'ask-changed',
    kind: 'ask',
    to: asked,
    draft: 2,
    before: async (scene) => {
      await scene.asked(asked, 1);
      await scene.seen(asked, 1);
    },
  },
  { name: 'ask-unread', kind: 'ask', to: asked, draft: 2, before: (scene) => scene.asked(asked, 1) },
  { name: 'ask-goes-on', kind: 'ask', to: asked, draft: 2, before: (scene) => scene.wentOn(asked) },
  { name: 'ask-delegate', kind: 'ask', to: delegate },
  { name: 'ask-unapprovable', kind: 'ask', to: asked, unapprovable: true },
  { name: 'ask-link-only', kind: 'ask', to: asked, stepUp: 'link' },
  { name: 'delegated', kind: 'delegated', to: away },
  { name: 'reminder', kind: 'reminder', to: asked },
  { name: 'escalation-owner', kind: 'escalation', to: ownerReader },
  { name: 'escalation-operations', kind: 'escalation', to: operations },
  {
    name: 'at-risk-owner',
    kind: 'at-risk',
    to: ownerReader,
    before: (scene) => scene.asked(asked, 1, 'bounced'),
  },
  {
    name: 'at-risk-reached-by-others',
    kind: 'at-risk',
    to: ownerReader,
    before: async (scene) => {
      await scene.asked(away, 1, 'bounced');
      await scene.decided(asked, 'approve');
    },
  },
  { name: 'at-risk-operations', kind: 'at-risk', to: operations, unapprovable: true, afterHours: 60 },
  {
    name: 'receipt-approved',
    kind: 'receipt',
    to: asked,
    before: (scene) => scene.decided(asked, 'approve'),
  },
  {
    name: 'receipt-changes',
    kind: 'receipt',
    to: delegate,
    before: anotherAskedForChanges,
  },
  {
    name: 'taken-back',
    kind: 'taken-back',
    to: asked,
    before: tookBack,
  },
  { name: 'cooling', kind: 'cooling', to: asked, afterHours: 4.75, before: allApproved },
  { name: 'cooling-owner', kind: 'cooling', to: ownerReader, afterHours: 4.75, before: allApproved },
  { name: 'code', kind: 'code', to: asked },
  { name: 'link', kind: 'link', to: asked },
  { name: 'link-owner', kind: 'link', to: ownerReader },
  { name: 'outcome-changes', kind: 'outcome', to: asked, before: anotherAskedForChanges },
  { name: 'outcome-expired', kind: 'outcome', to: asked, before: expired },
  {
    name: 'no-action-approved',
    kind: 'no-action',
    to: asked,
    before: (scene) => askedUntil(scene, 'approved'),
  },
  {
    name: 'no-action-frozen',
    kind: 'no-action',
    to: asked,
    before: (scene) => askedUntil(scene, 'frozen'),
  },
  {
    name: 'no-action-changes',
    kind: 'no-action',
    to: away,
    before: async (scene) => {
      await scene.asked(away, 1);
      await anotherAskedForChanges(scene);
    },
  },
  { name: 'published-owner', kind: 'published', to: ownerReader, before: (scene) => scene.published() },
  { name: 'published-approver', kind: 'published', to: asked, before: (scene) => scene.published() },
  { name: 'expired-owner', kind: 'expired', to: ownerReader, before: expired, afterHours: 120 },
  { name: 'expired-operations', kind: 'expired', to: operations, before: expired, afterHours: 120 },
  { name: 'withdrawn', kind: 'withdrawn', to: asked, before: (scene) => scene.asked(asked, 1) },
  { name: 'changes-requested', kind: 'changes-requested', to: ownerReader, before: anotherAskedForChanges },
  { name: 'edit-missing', kind: 'edit', to: asked, unapprovable: true },
  { name: 'edit-changes', kind: 'edit', to: asked, before: anotherAskedForChanges },
  { name: 'too-late', kind: 'too-late', to: ownerReader, before: (scene) => scene.published() },
  {
    name: 'late-edit-owner',
    kind: 'late-edit',
    to: ownerReader,
    before: (scene) => askedUntil(scene, 'approved'),
  },
  {
    name: 'late-edit-editor',
    kind: 'late-edit',
    to: asked,
    before: (scene) => askedUntil(scene, 'approved'),
  },
  { name: 'frozen-owner', kind: 'frozen', to: ownerReader, before: (scene) => scene.frozen(asked) },
  { name: 'frozen-by-owner', kind: 'frozen', to: ownerReader, before: (scene) => scene.frozen(ownerReader) },
  { name: 'frozen-approver', kind: 'frozen', to: asked, before: (scene) => scene.frozen(asked) },
  { name: 'frozen-operations', kind: 'frozen', to: operations, before: (scene) => scene.frozen(asked) },
  { name: 'not-me-owner', kind: 'not-me', to: ownerReader, before: (scene) => scene.published() },
  { name: 'not-me-operations', kind: 'not-me', to: operations, before: (scene) => scene.published() },
];
