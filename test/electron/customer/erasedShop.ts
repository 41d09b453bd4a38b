/** A shop that knows one customer by everything that can be known, each with a word of its own that no other row has. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyContractProcedure } from '@orpc/contract';
import { onTestFinished } from 'vitest';
import { giveByHand, voidCoupon } from '../../../electron/coupon/verbs.ts';
import { noteDebt } from '../../../electron/credit/notebook.ts';
import { repayDebt } from '../../../electron/credit/repay.ts';
import { printStatement } from '../../../electron/credit/statement.ts';
import { changeProfile } from '../../../electron/customer/about.ts';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { addFact, removeFact } from '../../../electron/customer/facts.ts';
import { saveHousehold } from '../../../electron/customer/household.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { addPhone } from '../../../electron/customer/phones.ts';
import { correctBonus } from '../../../electron/loyalty/correctBonus.ts';
import { savePrinter } from '../../../electron/receipt/verbsOfPrinters.ts';
import { parkBasket, renameBasket } from '../../../electron/sale/parking.ts';
import { rewardRepayment } from '../../../electron/sale/repaymentBonus.ts';
import { answerComplaint } from '../../../electron/service/complaintVerbs.ts';
import { noteContact } from '../../../electron/service/contacts.ts';
import { noteFeedback } from '../../../electron/service/feedback.ts';
import { openDrawer } from '../../../electron/shift/countCash.ts';
import { backUp } from '../../../electron/shop/backUp.ts';
import type { VerbImplementation, VerbInput } from '../../../electron/verb.ts';
import { som } from '../../../shared/money.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { saveSome } from '../coupon/someSeries.ts';
import { type Counter, openCounter } from '../sale/counter.ts';
import * as complaints from '../service/complaintShop.ts';
import { marks } from './erasedMarks.ts';
import { fillTables } from './erasedRows.ts';

/** A printer's folder is paper: what is printed is out of the till. */
function printerFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daftar-papers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface KnownShop extends Counter {
  readonly customerId: string;
  readonly otherId: string;
  readonly asOwner: <P extends AnyContractProcedure>(
    verb: VerbImplementation<P>,
    input: Omit<VerbInput<P>, 'intentionId'>,
  ) => Promise<unknown>;
}

export async function openKnownShop(settings = {}): Promise<KnownShop> {
  const shop = await openCounter({ settings: { ...settings, name: 'Sinov' } });
  shop.workAs(shop.ownerId, complaints.office);
  const asOwner: KnownShop['asOwner'] = (verb, input) =>
    shop.call(verb, { intentionId: shop.newId(), ...input } as never, complaints.office);
  const printer = { kind: 'file', path: printerFolder() } as const;
  await asOwner(savePrinter, {
    printerId: null,
    name: 'Chek',
    connection: printer,
    profile: printerProfiles.epson80,
  } as never);
  const [card = ''] = await shop.newCards();
  const name = `${marks.name} ${marks.surname}`;
  const customerId = await shop.newCustomer(`+998${marks.formerPhone}`, card, name);
  const otherId = await shop.newCustomer('+998901000001', null, 'Nodira');
  const known = { ...shop, customerId, otherId, asOwner };
  await tellProfile(known, name);
  await becomeTwo(known);
  await buyAndOwe(known, card);
  await talk(known);
  await leaveTraces(known);
  await shop.till.parts.printQueue.settle();
  await shop.call(backUp(shop.till.parts), {}, complaints.office);
  return known;
}

async function tellProfile({ asOwner, customerId, db }: KnownShop, name: string): Promise<void> {
  const changed = { name, language: null, birthDate: '1990-05-17', tags: [marks.tag] };
  await asOwner(changeCustomer, { customerId, ...changed, phone: `+998${marks.mainPhone}` } as never);
  await asOwner(changeProfile, {
    customerId,
    gender: 'female',
    address: `${marks.address} 5`,
    district: marks.district,
    source: null,
    preferredChannel: null,
    preferredHour: null,
  } as never);
  await asOwner(addPhone, { customerId, phone: `+998${marks.furtherPhone}`, label: marks.phoneLabel });
  await asOwner(addFact, { customerId, kind: 'likes', words: marks.fact });
  const { factId } = (await asOwner(addFact, { customerId, kind: 'note', words: marks.removedFact })) as {
    factId: string;
  };
  await asOwner(removeFact, { customerId, factId });
  await asOwner(saveHousehold, { customerId, name: marks.household });
  const image = Buffer.from(`${marks.photo}${'x'.repeat(20_000)}${marks.photo}`).toString('base64');
  await db
    .insertInto('customer_photo')
    .values({
      customer_id: customerId,
      image_base64: image,
      taken_at: '2026-11-22T06:00:00.000Z',
      person_id: null,
    })
    .execute();
}

/** Somebody with a name in Cyrillic turns out to be the same person. */
async function becomeTwo({ asOwner, customerId, newCustomer }: KnownShop): Promise<void> {
  const fromId = await newCustomer(`+998${marks.secondPhone}`, null, marks.secondName);
  await asOwner(mergeCustomers, { intoId: customerId, fromId });
}

async function buyAndOwe(shop: KnownShop, card: string): Promise<void> {
  const { asOwner, cashier, till } = shop;
  await cashier.put('a', 'b');
  await cashier.scan(card);
  const [line] = cashier.seen().lines;
  const discount = { kind: 'amount', amountSom: som(100) } as const;
  await cashier.change({
    kind: 'discountLine',
    lineId: line?.lineId ?? '',
    discount,
    reason: marks.discount,
  });
  const sold = await cashier.pay();
  await shop.call(noteFeedback, {
    intentionId: shop.newId(),
    saleId: sold.saleId,
    customerId: shop.customerId,
    answer: { kind: 'satisfaction', score: 2 },
    reason: null,
    words: marks.feedback,
    channel: 'shop',
  });
  await asOwner(noteDebt, {
    name: 'X',
    phone: `+998${marks.mainPhone}`,
    amountSom: 5_000,
    since: '2026-11-20',
    dueOn: null,
    note: marks.debtNote,
  } as never);
  await asOwner(printStatement(till.parts), { customerId: shop.customerId } as never);
  const money = { kind: 'cash', receivedSom: 5_000 } as const;
  await asOwner(repayDebt({ ...till.parts, rewardRepayment }), {
    customerId: shop.customerId,
    amountSom: 5_000,
    money,
  } as never);
  const seriesId = await saveSome(shop, { holding: 'bound' });
  const given = { seriesId, customerId: shop.customerId, reason: marks.couponGiven, isPrinted: false };
  const { code } = (await asOwner(giveByHand(till.parts), given)) as { code: string };
  await asOwner(voidCoupon, { code, reason: marks.coupon });
  await asOwner(openDrawer(till.parts), { reason: `for ${marks.name} ${marks.surname}` });
  await asOwner(correctBonus, { customerId: shop.customerId, amountSom: 700, reason: marks.correction });
}

async function talk(shop: KnownShop): Promise<void> {
  const { complaintId } = await complaints.open(shop, {
    customerId: shop.customerId,
    words: marks.complaint,
  });
  await shop.asOwner(noteContact, {
    customerId: shop.customerId,
    channel: 'phone',
    direction: 'in',
    words: marks.contact,
    isQuestion: false,
  } as never);
  await shop.call(
    answerComplaint,
    { intentionId: shop.newId(), complaintId, channel: 'phone', words: marks.complaintAnswer },
    complaints.office,
  );
  await complaints.close(shop, complaintId);
}

/** What was left in other people's rows: a basket under their name, a drawer note, an import, a list. */
async function leaveTraces(shop: KnownShop): Promise<void> {
  const { db, customerId, newId, cashier } = shop;
  await cashier.open();
  await cashier.put('c');
  const { saleId, revision } = cashier.seen();
  await shop.call(parkBasket, { intentionId: newId(), saleId, revision });
  await shop.call(renameBasket, {
    intentionId: newId(),
    saleId,
    label: `${marks.name} ${marks.surname}`,
  } as never);
  await db
    .insertInto('card')
    .values({
      number: marks.foreignCard,
      batch_id: null,
      customer_id: customerId,
      kind: 'alias',
      issued_at: '2026-11-22T06:00:00.000Z',
    })
    .execute();
  await fillTables(shop);
}
