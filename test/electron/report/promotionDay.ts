/** Sells at shelf prices as rows, so that a test of promotions can say which receipts a day had, and who paid how. */
import type { Transaction } from 'kysely';
import type { Tables } from '../../../electron/database/tables.ts';
import { transact } from '../../../electron/database/transact.ts';
import type { RoomWorld } from '../roomWorld.ts';

export interface Receipt {
  readonly at: string;
  /** Pieces of each product. */
  readonly goods: readonly (readonly [productId: string, pieces: number, priceSom: number])[];
  readonly customerId?: string;
  readonly paidBy?: 'cash' | 'card';
}

/** A seller with one shift behind all receipts; answers the id of each sale. */
export async function promotionDay(world: RoomWorld) {
  const shiftId = world.newId();
  let number = 0;
  await world.db
    .insertInto('shift')
    .values({
      id: shiftId,
      till_id: world.tillId,
      number: 1,
      business_day: '2026-11-01',
      opened_at: '2026-11-01T04:00:00.000Z',
      opened_by: world.people.cashier,
      float_som: 0,
      closed_at: null,
      counted_som: null,
      expected_som: null,
    })
    .execute();

  async function addReceipt(trx: Transaction<Tables>, receipt: Receipt): Promise<string> {
    number += 1;
    const id = world.newId();
    const netSom = receipt.goods.reduce((sum, [, pieces, priceSom]) => sum + pieces * priceSom, 0);
    await trx.insertInto('sale').values(saleRow(world, { id, number, shiftId, netSom, receipt })).execute();
    await trx
      .insertInto('sale_line')
      .values(
        receipt.goods.map(([productId, pieces, priceSom], index) => ({
          ...emptyLine,
          sale_id: id,
          line_no: index + 1,
          product_id: productId,
          price_som: priceSom,
          quantity_thousandths: pieces * 1_000,
          gross_som: pieces * priceSom,
          net_som: pieces * priceSom,
          settled_som: pieces * priceSom,
          money_share_som: pieces * priceSom,
        })),
      )
      .execute();
    const kind = receipt.paidBy ?? 'cash';
    const provider = kind === 'card' ? 'humo' : null;
    await trx
      .insertInto('sale_tender')
      .values({ sale_id: id, tender_no: 1, kind, provider, amount_som: netSom, reference: null })
      .execute();
    return id;
  }

  return {
    sell: (receipt: Receipt) => transact(world.db, (trx) => addReceipt(trx, receipt)),
    sellMany: (receipts: readonly Receipt[]) =>
      transact(world.db, async (trx) => {
        for (const receipt of receipts) await addReceipt(trx, receipt);
      }),
    customer: async (birthDate: string | null = null) => {
      const id = world.newId();
      await world.db
        .insertInto('customer')
        .values({
          id,
          name: 'Aziza',
          phone: null,
          phone_last4: null,
          language: 'uz',
          search_text: '',
          is_registered: 0,
          created_at: '2026-01-01T06:00:00.000Z',
          created_by: null,
          birth_date: birthDate,
        })
        .execute();
      return id;
    },
  };
}

const emptyLine = {
  name_json: '{}',
  unit: 'piece',
  vat_basis_points: null,
  vat_som: 0,
  bonus_basis_points: 0,
  bonus_share_som: 0,
  gift_card_share_som: 0,
  store_credit_share_som: 0,
  debt_share_som: 0,
  cost_som: null,
};

interface Made {
  readonly id: string;
  readonly number: number;
  readonly shiftId: string;
  readonly netSom: number;
  readonly receipt: Receipt;
}

function saleRow(world: RoomWorld, { id, number, shiftId, netSom, receipt }: Made): Tables['sale'] {
  return {
    id,
    till_id: world.tillId,
    number,
    receipt_code: `R${number}`,
    shift_id: shiftId,
    person_id: world.people.cashier,
    business_day: receipt.at.slice(0, 10),
    sold_at: receipt.at,
    customer_id: receipt.customerId ?? null,
    identification: null,
    claim_code: null,
    claim_expires_on: null,
    language: 'uz',
    gross_som: netSom,
    net_som: netSom,
    vat_som: 0,
    rounding_som: 0,
    received_cash_som: netSom,
    change_som: 0,
    bonus_spent_som: 0,
    bonus_earned_som: 0,
    bonus_balance_som: null,
    line_count: receipt.goods.length,
    has_debt_earned: 0,
    entered_at: null,
  };
}
