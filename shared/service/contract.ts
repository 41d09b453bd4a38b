/** What a screen may ask of the service room. */
import { complaintVerbs } from './complaintContract.ts';
import { contactVerbs } from './contactContract.ts';
import { orderVerbs } from './orderContract.ts';
import { pollVerbs } from './pollContract.ts';
import { taskVerbs } from './taskContract.ts';
import { wishVerbs } from './wishContract.ts';

export const serviceContract = {
  ...complaintVerbs,
  ...contactVerbs,
  ...pollVerbs,
  ...wishVerbs,
  ...orderVerbs,
  ...taskVerbs,
};
