/** The report of a day's customers as lines: one order and one set of figures for the screen, both papers and every file. */
import type { BusinessDay } from '../time.ts';
import { hasComeBack } from './customerDay.ts';
import type { CustomerDay } from './customerDayContract.ts';
import { shareOf } from './figures.ts';

/** A figure with what it counts, so that every place writes it in the same way. */
export type Value =
  | { readonly kind: 'count' | 'days' | 'som' | 'signedSom'; readonly value: number }
  /** Basis points; null where there is no whole. */
  | { readonly kind: 'share'; readonly value: number | null }
  | { readonly kind: 'day'; readonly value: BusinessDay };

export const figureWords = [
  'receipts',
  'withCustomer',
  'withoutCustomer',
  'came',
  'new',
  'returning',
  'cameBack',
  'registered',
  'bonusBefore',
  'bonusGiven',
  'bonusSpent',
  'bonusOther',
  'bonusOwed',
  'couponsGiven',
  'couponsUsed',
  'couponsBrought',
  'couponsTookOff',
  'couponsOpen',
  'debtsDue',
  'debtsOverdue',
  'debtsOpen',
] as const;
export type FigureWord = (typeof figureWords)[number];

export interface FigureLine {
  readonly word: FigureWord;
  /** The figure itself first. */
  readonly values: readonly Value[];
}

/** How somebody came. `count` is the number of the visit, or the days they were away. */
export interface Note {
  readonly word: 'new' | 'back' | 'visit';
  readonly count: number;
}

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly note: Note | null;
  /** One for each column of the section. */
  readonly values: readonly Value[];
}

export const figureSections = ['receipts', 'customers', 'bonus', 'coupons'] as const;
export const listSections = ['debts', 'missing', 'birthdays', 'cashiers', 'came'] as const;

export interface FigureSection {
  readonly key: (typeof figureSections)[number];
  readonly figures: readonly FigureLine[];
}

export const columns = {
  debts: ['dueOn', 'due', 'overdue'],
  missing: ['visits', 'usual', 'silent'],
  birthdays: [],
  cashiers: ['receipts', 'withCustomer', 'share'],
  came: ['receipts', 'sum'],
} as const satisfies Readonly<Record<(typeof listSections)[number], readonly string[]>>;

export interface ListSection {
  readonly key: (typeof listSections)[number];
  /** Sums that stand above the people. */
  readonly figures: readonly FigureLine[];
  readonly people: readonly PersonLine[];
  /** How many there are in all; the list may hold fewer. */
  readonly count: number;
  /** Nobody can tell any more. */
  readonly isUnknown: boolean;
}

export interface CustomerDayLines {
  readonly figures: readonly FigureSection[];
  readonly lists: readonly ListSection[];
}

const count = (value: number): Value => ({ kind: 'count', value });
const days = (value: number): Value => ({ kind: 'days', value });
const money = (value: number): Value => ({ kind: 'som', value });
const share = (part: number, whole: number): Value => ({ kind: 'share', value: shareOf(part, whole) });
const line = (word: FigureWord, ...values: readonly Value[]): FigureLine => ({ word, values });

export function customerDayLines(report: CustomerDay): CustomerDayLines {
  return { figures: figuresOf(report), lists: listsOf(report) };
}

function figuresOf({ receipts, sales, customers, bonus, coupons }: CustomerDay): readonly FigureSection[] {
  const without = receipts.all - receipts.withCustomer;
  return [
    {
      key: 'receipts',
      figures: [
        line('receipts', count(receipts.all), money(sales.allSom)),
        line('withCustomer', count(receipts.withCustomer), money(sales.withCustomerSom)),
        line('withoutCustomer', count(without), money(sales.allSom - sales.withCustomerSom)),
      ],
    },
    {
      key: 'customers',
      figures: [
        line('came', count(customers.came)),
        line('new', count(customers.new)),
        line('returning', count(customers.returning)),
        line('cameBack', count(customers.cameBack)),
        line('registered', count(customers.registered)),
      ],
    },
    {
      key: 'bonus',
      figures: [
        line('bonusBefore', money(bonus.beforeSom)),
        line('bonusGiven', { kind: 'signedSom', value: bonus.givenSom }),
        line('bonusSpent', { kind: 'signedSom', value: -bonus.spentSom }),
        line('bonusOther', { kind: 'signedSom', value: bonus.otherSom }),
        line('bonusOwed', money(bonus.owedSom)),
      ],
    },
    {
      key: 'coupons',
      figures: [
        line('couponsGiven', count(coupons.given)),
        line('couponsUsed', count(coupons.used)),
        line('couponsBrought', money(coupons.broughtSom)),
        line('couponsTookOff', money(coupons.tookOffSom)),
        line('couponsOpen', count(coupons.open)),
      ],
    },
  ];
}

function listsOf(report: CustomerDay): readonly ListSection[] {
  const { debts, missing, birthdays, cashiers, came, customers } = report;
  return [
    {
      key: 'debts',
      figures: [
        line('debtsDue', money(debts.dueSom)),
        line('debtsOverdue', money(debts.overdueSom)),
        line('debtsOpen', money(debts.openSom)),
      ],
      people: debts.rows.map((row) =>
        person(row.customerId, row.name, [
          { kind: 'day', value: row.dueOn },
          money(row.dueSom),
          money(row.overdueSom),
        ]),
      ),
      count: debts.count,
      isUnknown: false,
    },
    {
      key: 'missing',
      figures: [],
      people: (missing?.rows ?? []).map((row) =>
        person(row.customerId, row.name, [count(row.visits), days(row.usualDays), days(row.silentDays)]),
      ),
      count: missing?.count ?? 0,
      isUnknown: missing === null,
    },
    {
      key: 'birthdays',
      figures: [],
      people: birthdays.rows.map((row) => person(row.customerId, row.name, [])),
      count: birthdays.count,
      isUnknown: false,
    },
    {
      key: 'cashiers',
      figures: [],
      people: cashiers.map((row) =>
        person(row.personId, row.name, [
          count(row.receipts),
          count(row.withCustomer),
          share(row.withCustomer, row.receipts),
        ]),
      ),
      count: cashiers.length,
      isUnknown: false,
    },
    {
      key: 'came',
      figures: [],
      people: came.map((row) => ({
        ...person(row.customerId, row.name, [count(row.receipts), money(row.netSom)]),
        note: noteOf(row),
      })),
      count: customers.came,
      isUnknown: false,
    },
  ];
}

function person(id: string, name: string, values: readonly Value[]): PersonLine {
  return { id, name, note: null, values };
}

/**
 * | visits | last before | note          |
 * |--------|-------------|---------------|
 * | 1      | never       | new           |
 * | 4      | 45 days ago | back, 45 days |
 * | 12     | yesterday   | visit 12      |
 */
function noteOf(comer: CustomerDay['came'][number]): Note {
  if (comer.isNew) return { word: 'new', count: comer.visits };
  if (hasComeBack(comer)) return { word: 'back', count: comer.awayDays ?? 0 };
  return { word: 'visit', count: comer.visits };
}
