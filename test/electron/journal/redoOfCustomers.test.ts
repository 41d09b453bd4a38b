/** What customers got, said, ordered and became is brought back from the redo log as whole as their sales. */
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyContractProcedure } from '@orpc/contract';
import { expect, test } from 'vitest';
import { verifyFolder } from '../../../electron/command/verify.ts';
import { firmVerbs } from '../../../electron/customer/firms.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { undoMerge } from '../../../electron/customer/unmerge.ts';
import { giveGift } from '../../../electron/loyalty/surprise.ts';
import type { VerbImplementation, VerbInput } from '../../../electron/verb.ts';
import { type Counter, openCounter, reopenCounter } from '../sale/counter.ts';
import * as complaints from '../service/complaintShop.ts';
import { cancel, cash, deposit, order, plan, wish } from '../service/wantedShop.ts';

/** Everything but what tells of the mending itself. */
async function booksOf(shop: Counter): Promise<string> {
  const { owner_attention, redo_position, journal, ...rest } = JSON.parse(await shop.everyRow()) as Record<
    string,
    { document_kind?: string }[]
  >;
  const documents = journal?.filter(({ document_kind: kind }) => kind !== 'journalReapplied');
  return JSON.stringify({ ...rest, journal: documents });
}

/** The database as it lies in its file now; what is done from here on stands in the redo log alone. */
function loseWhatFollows({ directory }: Counter): () => void {
  const file = join(directory, 'daftar.db');
  copyFileSync(file, `${file}-now`);
  return () => {
    for (const name of ['-wal', '-shm']) rmSync(`${file}${name}`, { force: true });
    copyFileSync(`${file}-now`, file);
    rmSync(`${file}-now`);
  };
}

test('gifts, firms, complaints, apologies, orders, tasks, merges and their undoing come back', async () => {
  const before = await openCounter();
  const ask = <P extends AnyContractProcedure>(
    verb: VerbImplementation<P>,
    input: Omit<VerbInput<P>, 'intentionId'>,
  ) => {
    before.workAs(before.ownerId, complaints.office);
    return before.call(verb, { intentionId: before.newId(), ...input } as never, complaints.office);
  };
  const lose = loseWhatFollows(before);
  const intoId = await before.newCustomer('+998901112233', null, 'Aziza');
  const fromId = await before.newCustomer('+998905556677', null, 'Zuhra');
  const { orderId } = await order(before, fromId, { deposit: cash(200_000) });
  await ask(giveGift, { customerId: intoId, amountSom: 5_000, occasion: 'loyal', words: '' } as never);
  await ask(firmVerbs.saveFirm, {
    customerId: fromId,
    legalName: 'Bahor MCHJ',
    taxNumber: '301234567',
    contractNumber: '',
    contractOn: null,
    priceListTag: 'hamkor',
  } as never);
  const { complaintId } = await complaints.open(before, { customerId: intoId });
  await complaints.sorry(before, complaintId, complaints.bonusOf(1_000), true);
  await wish(before, { text: 'koʻk choy', customerId: fromId });
  await plan(before, { customerId: fromId });
  await deposit(before, orderId, 50_000);
  await ask(mergeCustomers, { intoId, fromId });
  await ask(undoMerge, { intoId, fromId });
  await cancel(before, orderId, 'back');
  await before.till.parts.journal.settle();
  const books = await booksOf(before);
  await before.till.close();
  lose();
  const shop = await reopenCounter(before);
  expect(await booksOf(shop)).toBe(books);
  await shop.till.close();
  const lines: string[] = [];
  expect([await verifyFolder(shop.directory, (line) => void lines.push(line)), lines.at(-1)]).toEqual([
    0,
    expect.stringMatching(/nothing wrong/),
  ]);
});
