/** What a screen may ask of the service room. */
import { complaintVerbs } from './complaintContract.ts';
import { contactVerbs } from './contactContract.ts';

export const serviceContract = { ...complaintVerbs, ...contactVerbs };
