/** The figures of a series, asked by those who may see them. */
import { api } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { type TillAnswer, useTill } from '../app/useTill.ts';

export type SeriesReport = Extract<
  Awaited<ReturnType<typeof api.report.couponSeries>>,
  { readonly ok: true }
>['data'];

/** Nothing is asked, and nothing answered, for a person who may not. */
export function useSeriesReport(seriesId: string): TillAnswer<SeriesReport> {
  const isOn = useMay('report.promotions');
  return useTill(api.report.couponSeries, { seriesId }, { isOn });
}
