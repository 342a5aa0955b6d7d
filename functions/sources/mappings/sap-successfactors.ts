import { customerDefined } from './customer-defined.ts';

/** SAP SuccessFactors: integrations of the Integration Center post the fields when an event of Employee Central occurs. */
export const sapSuccessfactors = customerDefined({
  Employee_Termination: 'officer-departure',
  New_Hire: 'officer-appointment',
  Change_In_Job_Info: 'officer-appointment',
});
