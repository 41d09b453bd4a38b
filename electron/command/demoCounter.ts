/** What else a day at the demo shop's counter holds: lists ticked, small expenses, goods that come back, a collection, a note. */

import { som } from '../../shared/money.ts';
import { returnReasons } from '../../shared/sale/returnContract.ts';
import { checklistMoments } from '../../shared/shift/checklistContract.ts';
import { suggestedChecklists } from '../../shared/shift/suggestedChecklists.ts';
import type { Language, LocalText } from '../../shared/text.ts';
import { type BusinessDay, monthOf } from '../../shared/time.ts';
import { noteExpense } from '../ledger/expenses.ts';
import { returnable } from '../sale/findSold.ts';
import { listRecentSales } from '../sale/receipts.ts';
import { takeBack } from '../sale/takeBack.ts';
import { shiftChecklists } from '../shift/checklists.ts';
import { moveCash } from '../shift/moveCash.ts';
import { shiftNotebook } from '../shift/notebook.ts';
import { type DemoWorld, noPrinting } from './demoWorld.ts';

const move = moveCash({ printQueue: noPrinting });
const back = takeBack({ printQueue: noPrinting });

const notes: Readonly<Record<Language, readonly string[]>> = {
  uz: ['Sut ertaga 9:00 da keladi', 'Printer qogʻozi oz qoldi', 'Yangi nonni doimiy mijozlarga ayting'],
  ru: [
    'Молоко привезут завтра в 9:00',
    'Заканчивается лента принтера',
    'Расскажите постоянным о новом хлебе',
  ],
  en: [
    'Milk comes tomorrow at 9:00',
    'The printer is nearly out of paper',
    'Tell the regulars about the new bread',
  ],
};

/** The lists that the owner took over on the first day. */
export async function beginCounter(world: DemoWorld): Promise<void> {
  world.workAs(world.ownerId);
  for (const moment of checklistMoments) {
    const items = suggestedChecklists[moment].map((name: LocalText) => ({ id: world.newId(), name }));
    await world.call(shiftChecklists.saveChecklist, { intentionId: world.newId(), moment, items });
  }
}

/** What is done before the first customer; nearly everything on the list. */
export async function tickOpening(world: DemoWorld): Promise<void> {
  const { lists } = await world.call(shiftChecklists.checklists, {});
  const opening = lists.find(({ moment }) => moment === 'opening')?.items ?? [];
  for (const { id } of opening) {
    if (!world.random.chance(0.9)) continue;
    await world.call(shiftChecklists.tickItem, { intentionId: world.newId(), itemId: id, isTicked: true });
  }
  if (world.random.chance(0.04)) {
    const text = world.random.oneOf(notes[world.language]);
    await world.call(shiftNotebook.writeNote, { intentionId: world.newId(), text });
  }
}

/** Rent and wages on the first day of a month, noted by the owner. */
export async function noteMonth(world: DemoWorld, day: BusinessDay): Promise<void> {
  if (day !== monthOf(day).first) return;
  world.workAs(world.ownerId);
  const spent = [
    ['rent', 2_500_000],
    ['wages', 4_000_000],
    ['electricity', 320_000],
  ] as const;
  for (const [kind, amountSom] of spent) {
    await world.call(noteExpense, {
      intentionId: world.newId(),
      day,
      kind,
      amountSom: som(amountSom),
      note: '',
    });
  }
  world.workAs(world.cashierId);
}

/** Now and then the last customer turns round and brings something back. Answers the cash that leaves the drawer. */
export async function bringBack(world: DemoWorld): Promise<number> {
  if (!world.random.chance(0.015)) return 0;
  const [sale] = (await world.call(listRecentSales, { limit: 1 })).sales;
  if (sale === undefined) return 0;
  const { lines } = await world.call(returnable, { saleId: sale.saleId });
  const line = lines.find(({ leftThousandths, unit }) => leftThousandths >= 1000 && unit === 'piece');
  if (line === undefined) return 0;
  world.workAs(world.ownerId);
  const { tenders } = await world.call(back, {
    intentionId: world.newId(),
    saleId: sale.saleId,
    lines: [{ lineNumber: line.lineNumber, quantityThousandths: 1000 }],
    reason: world.random.oneOf(returnReasons),
  });
  world.workAs(world.cashierId);
  return tenders.filter(({ kind }) => kind === 'cash').reduce((sum, { amountSom }) => sum + amountSom, 0);
}

/** What leaves the drawer before the evening's count: something small for the shop, and large notes for the safe. */
export async function cashBesideSales(world: DemoWorld, drawerSom: number): Promise<number> {
  let leaves = 0;
  if (world.random.chance(0.2)) {
    leaves += 15_000;
    await world.call(move, {
      intentionId: world.newId(),
      kind: 'expense',
      amountSom: som(15_000),
      reason: 'choy',
    });
  }
  const toTheSafe = Math.floor((drawerSom - leaves - 300_000) / 100_000) * 100_000;
  if (toTheSafe > 0) {
    await world.call(move, {
      intentionId: world.newId(),
      kind: 'collection',
      amountSom: som(toTheSafe),
      reason: 'seyf',
    });
    leaves += toTheSafe;
  }
  return leaves;
}
