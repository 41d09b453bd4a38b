/** The books of a period for a tax visitor as A4 pages: sums, VAT, Z reports, returns, receipts and the journal's seal. */
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';
import { api } from '../../app/api.ts';
import { askPaperShop, type PaperShop } from '../../app/paperShop.ts';
import { type Paper, type PaperPageProps, usePaper } from '../../credit/print/usePaper.ts';
import type { Say } from '../bookBlock.ts';
import { inspectionBlocks, receiptsBlock } from '../inspectionBlocks.ts';
import type { InspectionProof } from '../monthAnswer.ts';
import { readReceipts } from '../readReceipts.ts';
import { BookSheets, sheetRows } from './BookSheets.tsx';
import { readBookOrder, sayIn } from './bookOrder.ts';
import { type PackedSheet, packBlocks } from './packBlocks.ts';

/** More receipts than this are for the file: nobody reads a hundred sheets. */
const mostOnPaper = 2000;

interface InspectionPaper extends Paper {
  readonly shop: PaperShop;
  readonly title: string;
  readonly lines: readonly string[];
  readonly packed: readonly PackedSheet[];
  readonly say: Say;
}

function proofLine({ firstFault, lastHash, documents }: InspectionProof, { t }: Say): string {
  if (firstFault !== null) return t('report.inspection.broken', { number: firstFault.sequence });
  return t('report.inspection.provedOnPaper', { count: documents, hash: lastHash ?? '–' });
}

async function askInspection({ id }: PrintOrder): Promise<InspectionPaper | string> {
  const { of: inspectionId, language } = readBookOrder(id);
  const [facts, answer, proof, all] = await Promise.all([
    askPaperShop(),
    api.report.inspection({ inspectionId }),
    api.report.inspectionProof({ inspectionId }),
    readReceipts(inspectionId, mostOnPaper),
  ]);
  if (typeof facts === 'string') return facts;
  if (!answer.ok) return answer.error.code;
  if (!proof.ok) return proof.error.code;
  if (typeof all === 'string') return all;
  const say = sayIn(language);
  const { t, format } = say;
  const { fromOn, toOn, shop, shownAt } = answer.data;
  const blocks = inspectionBlocks(answer.data, say);
  const packed = packBlocks(all.isAll ? [...blocks, receiptsBlock(all.receipts, say)] : blocks, sheetRows);
  return {
    shop: facts.shop,
    title: t('report.inspection.title', { from: format.day(fromOn), to: format.day(toOn) }),
    lines: [
      ...(shop.stir === '' ? [] : [t('report.inspection.stir', { stir: shop.stir })]),
      t('report.inspection.shownAt', { at: format.moment(shownAt) }),
      proofLine(proof.data, say),
      ...(all.isAll ? [] : [t('report.inspection.receiptsInFile')]),
      t('report.month.inSom'),
    ],
    packed,
    say,
    sheets: packed.length,
  };
}

export function InspectionPages(props: PaperPageProps) {
  const paper = usePaper(props, askInspection);
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
