/** A month as tables: sales, VAT, payments, accounts of customers and partners, the drawer, expenses. */
import type { PaymentProvider } from '../../shared/basket.ts';
import { som, sumOf } from '../../shared/money.ts';
import type { AccountMonth, MonthFigures } from '../../shared/report/monthFigures.ts';
import { providerNames } from '../app/providerNames.ts';
import type { BookBlock, BookRow, Say } from './bookBlock.ts';

export interface NamedMonth {
  readonly figures: MonthFigures;
  readonly names: readonly { readonly id: string; readonly name: string }[];
}

/** Every table of the month in the order of the page; accounts in which nothing ever happened are left out. */
export function monthBlocks(month: NamedMonth, say: Say): readonly BookBlock[] {
  const { figures } = month;
  return [
    salesBlock(figures, say),
    vatBlock(figures, say),
    paymentBlock(figures, say),
    moneyBlock(figures, say),
    ...(figures.discounts.length === 0 ? [] : [discountBlock(figures, say)]),
    marginBlock(figures, say),
    ...accountBlocks(month, say),
    ...(figures.overShort.length === 0 ? [] : [overShortBlock(figures, say)]),
    expenseBlock(figures, say),
  ];
}

const total = (say: Say): string => say.t('common.total');

function salesBlock(figures: MonthFigures, { t }: Say): BookBlock {
  const { grossSom, soldSom, returns, looseReturns, netSom } = figures;
  const rows: BookRow[] = [
    { cells: [t('report.month.gross'), grossSom] },
    { cells: [t('report.month.discounts'), soldSom - grossSom] },
    { cells: [t('report.month.sold', { count: figures.receipts }), soldSom] },
    { cells: [t('report.month.returns', { count: returns.count }), -returns.sumSom] },
  ];
  if (looseReturns.count > 0) {
    rows.push({
      cells: [t('report.month.looseReturns', { count: looseReturns.count }), -looseReturns.sumSom],
    });
  }
  rows.push({ cells: [t('report.month.net'), netSom], isTotal: true });
  return {
    key: 'sales',
    title: t('report.month.block.sales'),
    formula: t('report.month.formula.sales'),
    words: 1,
    rows,
  };
}

function vatBlock({ vat }: MonthFigures, say: Say): BookBlock {
  const { t, format } = say;
  const name = (rate: number | null) => (rate === null ? t('report.month.noVat') : format.percent(rate));
  const rows = vat.map((row) => ({
    cells: [
      name(row.rateBasisPoints),
      row.soldSom,
      -row.backSom,
      row.soldSom - row.backSom,
      row.soldVatSom - row.backVatSom,
    ],
  }));
  return {
    key: 'vat',
    title: t('report.month.block.vat'),
    formula: t('report.month.formula.vat'),
    headers: [
      t('report.month.rate'),
      t('report.month.soldColumn'),
      t('report.month.backColumn'),
      t('report.month.netColumn'),
      t('report.month.vatInside'),
    ],
    words: 1,
    rows: [
      ...rows,
      {
        cells: [
          total(say),
          sumOf(vat, (row) => row.soldSom),
          -sumOf(vat, (row) => row.backSom),
          sumOf(vat, (row) => som(row.soldSom - row.backSom)),
          sumOf(vat, (row) => som(row.soldVatSom - row.backVatSom)),
        ],
        isTotal: true,
      },
    ],
  };
}

/** "Card, Humo"; the name of a provider is the same in every language. */
export function payingWay(kind: string, provider: string | null, { t }: Say): string {
  const way = t(`report.month.way.${kind}`);
  const brand = provider === null ? undefined : providerNames[provider as PaymentProvider];
  return provider === null ? way : `${way}, ${brand ?? provider}`;
}

function paymentBlock({ tenders }: MonthFigures, say: Say): BookBlock {
  const { t } = say;
  return {
    key: 'payments',
    title: t('report.month.block.payments'),
    formula: t('report.month.formula.payments'),
    headers: [
      t('report.month.wayColumn'),
      t('report.month.paidColumn'),
      t('report.month.backColumn'),
      t('report.month.leftColumn'),
    ],
    words: 1,
    rows: [
      ...tenders.map((row) => ({
        cells: [
          payingWay(row.kind, row.provider, say),
          row.inSom,
          row.backSom === 0 ? 0 : -row.backSom,
          row.inSom - row.backSom,
        ],
      })),
      {
        cells: [
          total(say),
          sumOf(tenders, (row) => row.inSom),
          -sumOf(tenders, (row) => row.backSom),
          sumOf(tenders, (row) => som(row.inSom - row.backSom)),
        ],
        isTotal: true,
      },
    ],
  };
}

function moneyBlock({ money }: MonthFigures, say: Say): BookBlock {
  const { t } = say;
  const columns = ['goodsSom', 'giftCardsSom', 'debtsSom', 'backSom', 'totalSom'] as const;
  return {
    key: 'money',
    title: t('report.month.block.money'),
    formula: t('report.month.formula.money'),
    headers: [
      t('report.month.wayColumn'),
      t('report.month.move.sales'),
      t('report.month.move.giftCards'),
      t('report.month.move.debts'),
      t('report.month.backColumn'),
      t('common.total'),
    ],
    words: 1,
    isWide: true,
    rows: [
      ...money.map((row) => ({
        cells: [payingWay(row.kind, row.provider, say), ...columns.map((column) => row[column])],
      })),
      {
        cells: [total(say), ...columns.map((column) => sumOf(money, (row) => row[column]))],
        isTotal: true,
      },
    ],
  };
}

function discountBlock({ discounts, borneByPartnersSom }: MonthFigures, say: Say): BookBlock {
  const { t } = say;
  return {
    key: 'discounts',
    title: t('report.month.block.discounts'),
    formula: t('report.month.formula.discounts'),
    headers: [
      '',
      t('report.month.givenColumn'),
      t('report.month.undoneColumn'),
      t('report.month.leftColumn'),
    ],
    words: 1,
    rows: [
      ...discounts.map((row) => ({
        cells: [
          t(`report.month.step.${row.step}`),
          row.givenSom,
          row.backSom === 0 ? 0 : -row.backSom,
          row.givenSom - row.backSom,
        ],
      })),
      {
        cells: [
          total(say),
          sumOf(discounts, (row) => row.givenSom),
          -sumOf(discounts, (row) => row.backSom),
          sumOf(discounts, (row) => som(row.givenSom - row.backSom)),
        ],
        isTotal: true,
      },
      ...(borneByPartnersSom === 0
        ? []
        : [{ cells: [t('report.month.borneByPartners'), borneByPartnersSom, '', ''] }]),
    ],
  };
}

function marginBlock({ margin }: MonthFigures, { t, format }: Say): BookBlock {
  const share = margin.marginBasisPoints === null ? '–' : format.percent(margin.marginBasisPoints);
  return {
    key: 'margin',
    title: t('report.month.block.margin'),
    formula: t('report.month.formula.margin'),
    words: 1,
    rows: [
      { cells: [t('report.month.knownSales'), margin.salesSom] },
      { cells: [t('report.month.cost'), -margin.costSom] },
      { cells: [t('report.month.margin'), margin.marginSom], isTotal: true },
      { cells: [t('report.month.marginShare'), share] },
      ...(margin.unknownSom === 0 && margin.unknownProducts === 0
        ? []
        : [{ cells: [t('report.month.unknownSales'), margin.unknownSom] }]),
    ],
    ...(margin.unknownProducts === 0
      ? {}
      : { note: t('report.month.unknownProducts', { count: margin.unknownProducts }) }),
  };
}

/** Opening, every movement, closing. */
function accountRows({ openingSom, movements, closingSom }: AccountMonth, { t }: Say): readonly BookRow[] {
  return [
    { cells: [t('report.month.opening'), openingSom] },
    ...movements.map(({ kind, amountSom }) => ({ cells: [t(`report.month.move.${kind}`), amountSom] })),
    { cells: [t('report.month.closing'), closingSom], isTotal: true },
  ];
}

function hasAnything({ openingSom, movements, closingSom }: AccountMonth): boolean {
  return openingSom !== 0 || closingSom !== 0 || movements.length > 0;
}

function accountBlocks({ figures, names }: NamedMonth, say: Say): readonly BookBlock[] {
  const { t } = say;
  const nameOf = (id: string) => names.find((each) => each.id === id)?.name ?? id;
  const block = (key: string, title: string, formula: string, account: AccountMonth): BookBlock => ({
    key,
    title,
    formula,
    words: 1,
    rows: accountRows(account, say),
  });
  const own = (['bonus', 'giftCards', 'storeCredit', 'debts', 'drawer'] as const)
    .filter((kind) => kind === 'bonus' || kind === 'drawer' || hasAnything(figures[kind]))
    .map((kind) => {
      const made = block(
        kind,
        t(`report.month.block.${kind}`),
        t(`report.month.formula.${kind}`),
        figures[kind],
      );
      return kind === 'debts' ? { ...made, rows: [...made.rows, ...ageRows(figures, say)] } : made;
    });
  const others = (kind: 'partners' | 'charity') =>
    figures[kind].map((account) =>
      block(
        `${kind} ${account.id}`,
        `${t(`report.month.block.${kind}`)}: ${nameOf(account.id)}`,
        t(`report.month.formula.${kind}`),
        account,
      ),
    );
  return [...own, ...others('partners'), ...others('charity')];
}

function ageRows({ debtsByAge }: MonthFigures, { t }: Say): readonly BookRow[] {
  return debtsByAge
    .filter(({ openSom }) => openSom !== 0)
    .map(({ span, openSom }) => ({ cells: [t(`report.month.span.${span}`), openSom], isPart: true }));
}

function overShortBlock({ overShort }: MonthFigures, say: Say): BookBlock {
  const { t, format } = say;
  return {
    key: 'overShort',
    title: t('report.month.block.overShort'),
    formula: t('report.month.formula.overShort'),
    headers: [
      t('report.month.shiftColumn'),
      t('common.date'),
      t('report.month.expectedColumn'),
      t('report.month.countedColumn'),
      t('report.month.differenceColumn'),
    ],
    words: 2,
    rows: [
      ...overShort.map((row) => ({
        cells: [
          `№${row.shiftNumber}`,
          format.day(row.day),
          row.expectedSom,
          row.countedSom,
          row.differenceSom,
        ],
      })),
      { cells: [total(say), '', '', '', sumOf(overShort, (row) => row.differenceSom)], isTotal: true },
    ],
  };
}

function expenseBlock({ expenses }: MonthFigures, say: Say): BookBlock {
  const { t } = say;
  const others = [
    ['fromDrawer', expenses.drawerSom],
    ['forgivenDebts', expenses.forgivenSom],
    ['corrections', expenses.correctedSom],
  ] as const;
  return {
    key: 'expenses',
    title: t('report.month.block.expenses'),
    formula: t('report.month.formula.expenses'),
    words: 1,
    rows: [
      ...expenses.byKind.map(({ kind, amountSom }) => ({
        cells: [t(`report.expense.kind.${kind}`), amountSom],
      })),
      ...others
        .filter(([, sumSom]) => sumSom !== 0)
        .map(([what, sumSom]) => ({ cells: [t(`report.month.${what}`), sumSom] })),
      { cells: [total(say), expenses.totalSom], isTotal: true },
    ],
  };
}
