/** What the owner's pages may ask: figures of a day against the same weekday a week before. */
import { z } from 'zod';
import { readVerb } from '../verb.ts';
import { businessDaySchema } from '../wire.ts';
import { bonusReports } from './bonusContract.ts';
import { customerAtTillReports } from './customerAtTillContract.ts';
import { customerDayReports } from './customerDayContract.ts';
import { firmReports } from './firmContract.ts';
import { inspectionReports } from './inspectionContract.ts';
import { journalReports } from './journalContract.ts';
import { labelReports } from './labelContract.ts';
import { monthReports } from './monthContract.ts';
import { personExportVerbs } from './personExportContract.ts';
import { profileReports } from './profileContract.ts';
import { promotionReports } from './promotionContract.ts';
import { segmentReports } from './segmentContract.ts';
import { staffReports } from './staffContract.ts';
import { todaySchema } from './todaySchema.ts';

export const reportContract = {
  ...promotionReports,
  ...bonusReports,
  ...monthReports,
  ...inspectionReports,
  ...staffReports,
  ...journalReports,
  ...customerDayReports,
  ...customerAtTillReports,
  ...firmReports,
  ...labelReports,
  ...segmentReports,
  ...profileReports,
  ...personExportVerbs,
  today: readVerb({
    action: 'report.today',
    input: z.object({ day: businessDaySchema.nullable() }),
    output: todaySchema,
    refusals: {},
  }),
};
