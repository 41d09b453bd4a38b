/** What the owner may ask about the journal, in one object for the router. */
import type { TillParts } from '../parts.ts';
import { attention } from './attention.ts';
import { journalDocument, journalPage } from './journalPage.ts';
import { verifyVerb } from './verifyVerb.ts';

export const journalReportVerbs = (parts: Pick<TillParts, 'database'>) => ({
  journal: journalPage,
  journalDocument,
  attention,
  verify: verifyVerb(parts),
});
