/** A month for the accountant as A4 pages, in the language that was asked for. */
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';
import { businessDay } from '../../../shared/time.ts';
import { api } from '../../app/api.ts';
import { askPaperShop, type PaperShop } from '../../app/paperShop.ts';
import { type Paper, type PaperPageProps, usePaper } from '../../credit/print/usePaper.ts';
import type { Say } from '../bookBlock.ts';
import { monthBlocks } from '../monthBlocks.ts';
import { BookSheets, sheetRows } from './BookSheets.tsx';
import { readBookOrder, sayIn } from './bookOrder.ts';
import { type PackedSheet, packBlocks } from './packBlocks.ts';

interface MonthPaper extends Paper {
  readonly shop: PaperShop;
  readonly title: string;
  readonly lines: readonly string[];
  readonly packed: readonly PackedSheet[];
  readonly say: Say;
}

async function askMonth({ id }: PrintOrder): Promise<MonthPaper | string> {
  const { of: month, language } = readBookOrder(id);
  const [facts, answer] = await Promise.all([askPaperShop(), api.report.month({ month })]);
  if (typeof facts === 'string') return facts;
  if (!answer.ok) return answer.error.code;
  const say = sayIn(language);
  const { t, format } = say;
  const { closed, today } = answer.data;
  const packed = packBlocks(monthBlocks(answer.data, say), sheetRows);
  return {
    shop: facts.shop,
    title: t('report.month.paper', { month: format.month(businessDay(`${month}-01`)) }),
    lines: [
      closed === null
        ? t('report.month.openOnPaper', { day: format.day(today) })
        : t('report.month.closedOnPaper', { at: format.moment(closed.at), hash: closed.hash.slice(0, 16) }),
      t('report.month.inSom'),
    ],
    packed,
    say,
    sheets: packed.length,
  };
}

export function MonthPages(props: PaperPageProps) {
  const paper = usePaper(props, askMonth);
  if (paper === null) return null;
  return (
    <BookSheets
      shop={paper.shop}
      title={paper.title}
      lines={paper.lines}
      sheets={paper.packed}
      order={props.order}
      say={paper.say}
    />
  );
}
