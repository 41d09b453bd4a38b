/** The books of a period for a tax visitor as tables: VAT, Z reports, returns, numbers without gaps, receipts. */
import { som, sumOf } from '../../shared/money.ts';
import type { BookBlock, Say } from './bookBlock.ts';
import type { InspectedReceipt, InspectionAnswer } from './monthAnswer.ts';
import { payingWay } from './monthBlocks.ts';

/** Everything but the receipts, which may be many. */
export function inspectionBlocks(inspection: InspectionAnswer, say: Say): readonly BookBlock[] {
  return [
    sumsBlock(inspection, say),
    vatBlock(inspection, say),
    numbersBlock(inspection, say),
    zBlock(inspection, say),
    ...(inspection.returns.length === 0 ? [] : [returnsBlock(inspection, say)]),
  ];
}

function sumsBlock(inspection: InspectionAnswer, { t }: Say): BookBlock {
  const { receipts, soldSom, returns, returnedSom, netSom, vat } = inspection;
  return {
    key: 'sums',
    title: t('report.month.block.sales'),
    words: 1,
    rows: [
      { cells: [t('report.month.sold', { count: receipts }), soldSom] },
      { cells: [t('report.month.returns', { count: returns.length }), -returnedSom] },
      { cells: [t('report.month.net'), netSom], isTotal: true },
      { cells: [t('report.month.vatInside'), sumOf(vat, (row) => row.vatSom)] },
      {
        cells: [
          t('report.inspection.fiscalReceipts'),
          inspection.fiscalReceipts ?? t('report.inspection.notFiscal'),
        ],
      },
    ],
  };
}

function vatBlock({ vat }: InspectionAnswer, say: Say): BookBlock {
  const { t, format } = say;
  return {
    key: 'vat',
    title: t('report.month.block.vat'),
    formula: t('report.month.formula.vat'),
    headers: [
      t('report.month.rate'),
      t('report.month.netColumn'),
      t('report.month.vatInside'),
      t('report.inspection.withoutVat'),
    ],
    words: 1,
    rows: [
      ...vat.map((row) => ({
        cells: [
          row.rateBasisPoints === null ? t('report.month.noVat') : format.percent(row.rateBasisPoints),
          row.netSom,
          row.vatSom,
          row.netSom - row.vatSom,
        ],
      })),
      {
        cells: [
          t('common.total'),
          sumOf(vat, (row) => row.netSom),
          sumOf(vat, (row) => row.vatSom),
          sumOf(vat, (row) => som(row.netSom - row.vatSom)),
        ],
        isTotal: true,
      },
    ],
  };
}

function numbersBlock({ numbers }: InspectionAnswer, { t }: Say): BookBlock {
  return {
    key: 'numbers',
    title: t('report.inspection.numbers'),
    formula: t('report.inspection.numbersFormula'),
    headers: ['', t('report.inspection.till'), t('report.inspection.range'), t('report.inspection.missing')],
    words: 3,
    rows: numbers.map((row) => ({
      cells: [
        t(`report.inspection.series.${row.series}`),
        `№${row.tillNumber}`,
        `${row.first}–${row.last}`,
        row.missing === 0 ? t('report.inspection.none') : `${row.missing}: ${row.examples.join(', ')}`,
      ],
    })),
  };
}

function zBlock({ zReports }: InspectionAnswer, { t, format }: Say): BookBlock {
  return {
    key: 'z',
    title: t('report.inspection.zReports'),
    headers: [
      'Z',
      t('common.date'),
      t('report.inspection.openedAndClosed'),
      t('report.inspection.receiptNumbers'),
      t('report.inspection.receipts'),
      t('report.month.netColumn'),
      t('report.month.vatInside'),
    ],
    words: 4,
    isWide: true,
    rows: zReports.map((row) => ({
      cells: [
        `№${row.number}`,
        format.day(row.day),
        `${format.moment(row.openedAt)} – ${
          row.closedAt === null ? t('report.inspection.stillOpen') : format.moment(row.closedAt)
        }`,
        row.firstReceipt === null ? '–' : `${row.firstReceipt}–${row.lastReceipt}`,
        row.receipts,
        row.netSom,
        row.vatSom,
      ],
    })),
  };
}

function returnsBlock({ returns }: InspectionAnswer, { t, format }: Say): BookBlock {
  return {
    key: 'returns',
    title: t('report.inspection.returns'),
    headers: [
      '№',
      t('common.date'),
      t('common.time'),
      t('report.inspection.ofReceipt'),
      t('report.month.netColumn'),
      t('report.month.vatInside'),
    ],
    words: 4,
    isWide: true,
    rows: returns.map((row) => ({
      cells: [
        `№${row.number}`,
        format.day(row.day),
        format.time(row.returnedAt),
        row.receiptNumber === null ? t('report.inspection.noReceipt') : `№${row.receiptNumber}`,
        row.netSom,
        row.vatSom,
      ],
    })),
  };
}

/** What is special about a receipt: taken back, or written on paper while there was no power. */
export function receiptMarks(receipt: InspectedReceipt, { t, format }: Say): string {
  return [
    ...(receipt.isWrittenOnPaper ? [t('report.inspection.onPaper')] : []),
    ...(receipt.isReturned ? [t('report.inspection.wholeBack')] : []),
    ...(!receipt.isReturned && receipt.returnedSom > 0
      ? [t('report.inspection.partBack', { sum: format.number(receipt.returnedSom) })]
      : []),
  ].join(', ');
}

export function receiptVat(receipt: InspectedReceipt, { format }: Pick<Say, 'format'>): string {
  return receipt.vat
    .filter(({ vatSom }) => vatSom !== 0)
    .map((row) => `${format.percent(row.rateBasisPoints ?? 0)}: ${format.number(row.vatSom)}`)
    .join(', ');
}

export function receiptPayment({ tenders }: InspectedReceipt, say: Say): string {
  return tenders.map(({ kind, provider }) => payingWay(kind, provider, say)).join(' + ');
}

/** The receipts themselves, for the file and the paper. */
export function receiptsBlock(receipts: readonly InspectedReceipt[], say: Say): BookBlock {
  const { t, format } = say;
  return {
    key: 'receipts',
    title: t('report.inspection.receipts'),
    headers: [
      '№',
      t('common.date'),
      t('common.time'),
      t('report.inspection.payment'),
      t('report.inspection.fiscal'),
      t('report.inspection.marks'),
      t('report.month.vatInside'),
      t('common.total'),
    ],
    words: 6,
    isWide: true,
    rows: receipts.map((receipt) => ({
      cells: [
        `№${receipt.number}`,
        format.day(receipt.day),
        format.time(receipt.soldAt),
        receiptPayment(receipt, say),
        receipt.fiscalNumber ?? t('report.inspection.notFiscal'),
        receiptMarks(receipt, say),
        sumOf(receipt.vat, (row) => row.vatSom),
        receipt.netSom,
      ],
    })),
  };
}
