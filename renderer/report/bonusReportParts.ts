/** What the parts of the programme's report share. */
import type { BusinessDay } from '../../shared/time.ts';
import type { Answer } from '../app/answer.ts';
import type { api } from '../app/api.ts';

type DataOf<V> = V extends (...input: never[]) => Promise<Answer<infer Data>> ? Data : never;

export type BonusReport = DataOf<typeof api.report.bonus>;

/** The first day of a month that is written `2026-11`. */
export const monthDay = (month: string): BusinessDay => `${month}-01` as BusinessDay;
