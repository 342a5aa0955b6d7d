import { customerDefined } from './customer-defined.ts';

/** Workday: a step after the completion of each business process posts the fields, and one after its rescission. */
export const workday = customerDefined({
  Terminate_Employee: 'officer-departure',
  Hire_Employee: 'officer-appointment',
  Change_Job: 'officer-appointment',
});
