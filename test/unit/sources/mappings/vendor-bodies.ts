import type { MappingName } from '../../../../functions/sources/mappings/names.ts';

/** Bodies as vendors and others have published them, with where each comes from. */
export interface VendorBody {
  name: string;
  mapping: MappingName;
  from: 'vendor' | 'third party' | 'derived' | 'assumed';
  body: object;
}

const gustoIds = {
  resource_type: 'Company',
  resource_uuid: '5df911a0-e8e9-412d-8aaf-a46ad193dd96',
  entity_type: 'Employee',
  entity_uuid: 'bcfc9744-0ab3-4ef3-ab0d-e728255d659c',
  timestamp: 1671058841,
  uuid: '03ffbf0c-48a9-4f1c-932a-546413a26ad1',
};

const bobTable = {
  companyId: 636192,
  type: 'table.entry.created',
  triggeredBy: '3332883804594373380',
  triggeredAt: '2025-01-08T13:06:26.915906',
  version: 'v2',
  data: { employeeId: '3332883854254932743', tableId: 'lifecycle', effectiveDate: '2025-01-08' },
};

const mergeEnvelope = {
  hook: {
    id: 'webhook-config-uuid',
    event: 'employee.updated',
    target: 'https://yourapp.com/webhooks/merge',
  },
  linked_account: { id: 'linked-account-uuid', integration: 'workday', category: 'hris' },
};

export const bodies = {
  bambooUpdated: {
    name: 'an update of a first name',
    mapping: 'bamboohr',
    from: 'vendor',
    body: {
      type: 'employee.updated',
      timestamp: '2026-01-31T18:42:00+0000',
      data: { companyId: '12345', employeeId: '67890', changedFields: ['firstName'] },
    },
  },
  bambooCreated: {
    name: 'a new employee',
    mapping: 'bamboohr',
    from: 'vendor',
    body: {
      type: 'employee.created',
      timestamp: '2025-02-18T15:30:00Z',
      data: { companyId: '12345', employeeId: '100' },
    },
  },
  bambooTitle: {
    name: 'a title in the older kind of webhook',
    mapping: 'bamboohr',
    from: 'third party',
    body: {
      employees: [
        {
          id: 5,
          fields: {
            firstName: { value: 'Ashley' },
            lastName: { value: 'Adams' },
            jobTitle: { value: 'Senior HR Administrator' },
          },
          changedFields: ['jobTitle'],
        },
      ],
      fields: { firstName: 'First Name', lastName: 'Last Name', jobTitle: 'Job Title' },
    },
  },
  bambooSigned: {
    name: 'the body of the published signature',
    mapping: 'bamboohr',
    from: 'third party',
    body: {
      employees: [
        {
          changedFields: ['First name'],
          fields: {
            'Employee #': { value: '300' },
            'First name': { value: 'Tefi' },
            'Last name': { value: 'Adams' },
          },
          id: '5',
        },
      ],
    },
  },
  docusign: {
    name: 'a completed envelope with custom fields',
    mapping: 'docusign-connect',
    from: 'derived',
    body: {
      event: 'envelope-completed',
      apiVersion: 'v2.1',
      retryCount: 0,
      configurationId: 11,
      generatedDateTime: '2026-04-29T19:00:00.0000000Z',
      data: {
        accountId: 'acct-xyz',
        userId: 'u-1',
        envelopeId: 'env-1234',
        envelopeSummary: {
          status: 'completed',
          emailSubject: 'Resignation of Jane Doe as CFO',
          sentDateTime: '2026-04-25T10:01:00Z',
          completedDateTime: '2026-04-29T18:55:30Z',
          customFields: {
            textCustomFields: [
              { name: 'governance_event', value: 'officer.departed' },
              { name: 'officer_name', value: 'Jane Doe' },
              { name: 'office', value: 'Chief Financial Officer' },
              { name: 'effective_date', value: '2026-05-31' },
              { name: 'successor', value: 'John Roe (interim)' },
            ],
          },
        },
      },
    },
  },
  finch: {
    name: 'a changed employment',
    mapping: 'finch',
    from: 'vendor',
    body: {
      company_id: '720be419-0293-4d32-a707-32179b0827ab',
      account_id: 'acc',
      connection_id: 'con',
      entity_id: 'ent',
      event_type: 'employment.updated',
      data: { individual_id: 'ind_1' },
    },
  },
  gustoCreated: {
    name: 'a new employee',
    mapping: 'gusto',
    from: 'vendor',
    body: { event_type: 'employee.created', ...gustoIds },
  },
  gustoTerminated: {
    name: 'a termination that was entered',
    mapping: 'gusto',
    from: 'vendor',
    body: { event_type: 'employee.terminated', ...gustoIds },
  },
  gustoCancelled: {
    name: 'a termination that is off, with the numbers of older deliveries',
    mapping: 'gusto',
    from: 'vendor',
    body: {
      event_type: 'employee.termination_cancelled',
      resource_id: 7756341741171842,
      entity_id: 7757869436426662,
      ...gustoIds,
    },
  },
  bobTable: { name: 'a row of the lifecycle table', mapping: 'hibob', from: 'vendor', body: bobTable },
  bobLeft: {
    name: 'somebody who has left',
    mapping: 'hibob',
    from: 'derived',
    body: {
      companyId: 636192,
      type: 'employee.left',
      triggeredBy: 'system',
      triggeredAt: '2025-01-31T00:00:04.120000',
      version: 'v2',
      data: { employeeId: '3332883854254932743' },
    },
  },
  merge: {
    name: 'a terminated employee',
    mapping: 'merge',
    from: 'vendor',
    body: {
      ...mergeEnvelope,
      data: {
        id: '0958cbc6-6040-430a-848e-aafacbadf4ae',
        remote_id: '19202938',
        first_name: 'Jane',
        last_name: 'Doe',
        display_full_name: 'Jane Doe',
        work_email: 'jane@acme.com',
        employments: ['employment-uuid'],
        manager: null,
        hire_date: '2020-10-10T00:00:00Z',
        start_date: '2020-10-11T00:00:00Z',
        employment_status: 'INACTIVE',
        termination_date: '2026-05-12T00:00:00Z',
      },
    },
  },
  mergeTest: {
    name: 'its test',
    mapping: 'merge',
    from: 'vendor',
    body: { response: 'Success! This URL will be notified.' },
  },
  workday: {
    name: 'a completed termination',
    mapping: 'workday',
    from: 'assumed',
    body: {
      event: 'Terminate_Employee',
      eventId: '1f0e9d8c7b6a',
      worker: {
        employeeId: '21001',
        legalName: 'Jane Doe',
        businessTitle: 'Chief Financial Officer',
        managementLevel: 'Executive',
      },
      completedOn: '2026-05-12T16:02:11Z',
      effectiveDate: '2026-05-31',
      lastDayOfWork: '2026-05-31',
      primaryReason: 'Resignation',
      status: 'Completed',
    },
  },
} satisfies Record<string, VendorBody>;
