/** What a customer's page asks, in one object for the router. */
import type { TillParts } from '../parts.ts';
import { customerProfile } from './profile.ts';
import { customerTimeline } from './timeline.ts';

export const profileReportVerbs = (parts: Pick<TillParts, 'database'>) => ({
  customerProfile: customerProfile(parts),
  customerTimeline,
});
