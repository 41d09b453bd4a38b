/** Some pages of an order of labels, for the paper press: asks the till for the order and lays it out. */
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';
import { labelPages, labelsPerPage } from '../../../shared/report/labelLayout.ts';
import { mostLabels } from '../../../shared/report/labelOrder.ts';
import { api } from '../../app/api.ts';
import { type Paper, type PaperPageProps, usePaper } from '../../credit/print/usePaper.ts';
import { PriceTagSheets, type PriceTagSheetsProps } from './PriceTagSheets.tsx';

interface LabelPaper extends Paper, PriceTagSheetsProps {}

/** The layout tells which labels stand on these pages, so it is asked first. */
async function askLabels({ id: orderId, from, sheets }: PrintOrder): Promise<LabelPaper | string> {
  const head = await api.report.labelOrder({ orderId, limit: 1 });
  if (!head.ok) return head.error.code;
  const { layout, language, day, count } = head.data;
  const perPage = labelsPerPage(layout);
  const limit = Math.min(mostLabels, sheets * perPage);
  const answer = await api.report.labelOrder({ orderId, from: from * perPage, limit });
  if (!answer.ok) return answer.error.code;
  return { tags: answer.data.labels, layout, language, day, sheets: labelPages(layout, count) };
}

export function LabelPages(props: PaperPageProps) {
  const paper = usePaper(props, askLabels);
  if (paper === null) return null;
  const { sheets: _, ...labels } = paper;
  return <PriceTagSheets {...labels} />;
}
