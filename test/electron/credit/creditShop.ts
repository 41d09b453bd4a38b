/** A shop at its counter whose owner sits in the office, for tests of gift cards, accounts and debts. */
import { expect } from 'vitest';
import { creditAccount } from '../../../electron/credit/account.ts';
import { correctCredit } from '../../../electron/credit/corrections.ts';
import { noteDebt } from '../../../electron/credit/notebook.ts';
import { repayDebt } from '../../../electron/credit/repay.ts';
import { sellGiftCard, topUpGiftCard } from '../../../electron/credit/sellGiftCards.ts';

import { changeCustomer } from '../../../electron/customer/change.ts';
import { getCustomer } from '../../../electron/customer/get.ts';
import { rewardRepayment } from '../../../electron/sale/repaymentBonus.ts';
import type { VerbAnswer, VerbInput } from '../../../electron/verb.ts';
import type { creditContract } from '../../../shared/credit/contract.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import { layOut } from '../../../shared/receipt/layout.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import type { Language } from '../../../shared/text.ts';
import { businessDay } from '../../../shared/time.ts';
import { testWindow } from '../../till.ts';
import { accountsAndSums, type Counter, openCounter } from '../sale/counter.ts';

type Verbs = typeof creditContract;
type Input<Name extends keyof Verbs> = Omit<VerbInput<Verbs[Name]>, 'intentionId'>;
type Answer<Name extends keyof Verbs> = VerbAnswer<Verbs[Name]>;

export const office = 'office';
export const day = businessDay;
export const cash = (receivedSom: number) => ({ kind: 'cash', receivedSom }) as const;
export const humo = { kind: 'card', provider: 'humo' } as const;
export const click = { kind: 'qr', provider: 'click' } as const;
export const onAccount = { kind: 'storeCredit' } as const;

/** One line of the paper notebook; what a test does not name is empty or ordinary. */
export interface NotebookLine {
  readonly name?: string;
  readonly phone?: string;
  readonly amountSom: number;
  readonly since?: string;
  readonly dueOn?: string | null;
  readonly note?: string;
}

export interface CreditShop extends Counter {
  readonly sell: (
    amountSom: number,
    money: Input<'sellGiftCard'>['money'],
    customerId?: string,
  ) => Promise<Answer<'sellGiftCard'>>;
  readonly topUp: (
    number: string,
    amountSom: number,
    money: Input<'topUpGiftCard'>['money'],
  ) => Promise<Answer<'topUpGiftCard'>>;
  readonly note: (line: NotebookLine) => Promise<Answer<'noteDebt'>>;
  readonly repay: (
    customerId: string,
    amountSom: number,
    money?: Input<'repay'>['money'],
  ) => Promise<Answer<'repay'>>;
  readonly account: (customerId: string) => Promise<Answer<'account'>>;
  /** Puts money on a customer's account by hand, as the owner alone may. */
  readonly putOnAccount: (customerId: string, amountSom: number) => Promise<void>;
  /** The language that a customer chose. */
  readonly speak: (customerId: string, language: Language) => Promise<void>;
  /** What an account of the ledger holds: debit above zero. */
  readonly balance: (kind: string, subjectId?: string) => Promise<number>;
  /** Proves that every account is the sum of its entries, and every customer's open debts are their account. */
  readonly proveBalance: () => Promise<void>;
  /** The lines of a kind's last paper, as they stand on 48 columns; papers of one moment have no order. */
  readonly paper: (documentKind: string) => Promise<readonly string[]>;
}

/** The cashier stands at the till, the owner at the office's window; the drawer holds 100 000. */
export async function openCreditShop(settings: Parameters<typeof openCounter>[0] = {}): Promise<CreditShop> {
  const counter = await openCounter(settings);
  const { db, newId, call, till } = counter;
  counter.workAs(counter.ownerId, office);
  counter.workAs(counter.cashierId, testWindow);
  const balance: CreditShop['balance'] = async (kind, subjectId = 'shop') => {
    const row = await db
      .selectFrom('account')
      .select('balance_som')
      .where('kind', '=', kind)
      .where('subject_id', '=', subjectId)
      .executeTakeFirst();
    return row?.balance_som ?? 0;
  };
  return {
    ...counter,
    sell: (amountSom, money, customerId) =>
      call(sellGiftCard(till.parts), {
        intentionId: newId(),
        amountSom,
        money,
        customerId: customerId ?? null,
      }),
    topUp: (number, amountSom, money) =>
      call(topUpGiftCard(till.parts), { intentionId: newId(), number, amountSom, money }),
    note: ({ name = '', phone = '', since = '2026-11-01', dueOn = null, note = '', amountSom }) =>
      call(
        noteDebt,
        { intentionId: newId(), name, phone, amountSom, since: day(since), dueOn: dueOn && day(dueOn), note },
        office,
      ),
    repay: (customerId, amountSom, money = cash(amountSom)) =>
      call(repayDebt({ ...till.parts, rewardRepayment }), {
        intentionId: newId(),
        customerId,
        amountSom,
        money,
      }),
    account: (customerId) => call(creditAccount, { customerId }),
    putOnAccount: async (customerId, amountSom) => {
      const subject = { kind: 'storeCredit', customerId } as const;
      await call(correctCredit, { intentionId: newId(), subject, amountSom, reason: 'Sinov' }, office);
    },
    speak: async (customerId, language) => {
      const { customer } = await call(getCustomer, { customerId });
      const { name } = customer;
      await call(changeCustomer, { intentionId: newId(), customerId, name, phone: null, language }, office);
    },
    balance,
    proveBalance: () => proveBalance(counter),
    paper: async (documentKind) => {
      const rows = await db
        .selectFrom('print_job')
        .select('blocks_json')
        .where('document_kind', '=', documentKind)
        .where('kind', '=', 'paper')
        .orderBy('id')
        .execute();
      const blocks = JSON.parse(rows.at(-1)?.blocks_json ?? '[]') as Block[];
      return linesOf(blocks);
    },
  };
}

/** What stands on paper of 48 columns, line by line: words as printed, codes in brackets. */
export function linesOf(blocks: readonly Block[]): readonly string[] {
  return layOut(blocks, printerProfiles.epson80).map((line) => {
    if (line.kind === 'text') return line.text.trim();
    return line.kind === 'symbol' ? `[${line.symbology} ${line.data}]` : `[${line.kind}]`;
  });
}

async function proveBalance({ db }: Counter): Promise<void> {
  const { accounts, sums } = await accountsAndSums(db);
  expect(accounts).toEqual(sums);
  const debts = await db
    .selectFrom('debt')
    .select((eb) => ['customer_id', eb.fn.sum<number>('open_som').as('open_som')])
    .groupBy('customer_id')
    .execute();
  const owed = accounts.filter(({ kind, balance_som }) => kind === 'customerDebt' && balance_som !== 0);
  const open = debts.filter((row) => row.open_som !== 0);
  const sorted = (rows: readonly (readonly [string, number])[]) => rows.map(String).sort();
  expect(sorted(open.map((row) => [row.customer_id, row.open_som] as const))).toEqual(
    sorted(owed.map((row) => [row.subject_id, row.balance_som] as const)),
  );
}
