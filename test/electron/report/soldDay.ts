/** Writes finished sales as rows, so that a test of the figures can say exactly what was sold, when and to whom. */
import type { Insertable } from 'kysely';
import type { Tables } from '../../../electron/database/tables.ts';
import { transact } from '../../../electron/database/transact.ts';
import type { RoomWorld } from '../roomWorld.ts';

export interface SoldSale {
  readonly at: string;
  /** The day of `at` in UTC unless told. */
  readonly day?: string;
  readonly netSom: number;
  /** The cashier unless told. */
  readonly personId?: string;
  readonly customerId?: string;
  /** Who was given the receipt later, and when. */
  readonly attached?: { readonly customerId: string; readonly at: string };
  readonly earnedSom?: number;
  readonly spentSom?: number;
  readonly couponsGiven?: number;
  readonly couponRedeemed?: boolean;
  /** Quantity in thousandths and net of each product. */
  readonly lines?: readonly {
    readonly productId: string;
    readonly quantity: number;
    readonly netSom: number;
  }[];
}

/** A seller of past sales: one shift and one coupon series stand behind them all. */
export async function pastSales(world: RoomWorld) {
  const shiftId = world.newId();
  const seriesId = world.newId();
  let number = 0;
  await transact(world.db, async (trx) => {
    await trx.insertInto('shift').values(shiftRow(world, shiftId)).execute();
    await trx.insertInto('coupon_series').values(seriesRow(seriesId)).execute();
  });
  return {
    shiftId,
    /** Answers the sale's id. */
    sell: (sale: SoldSale): Promise<string> =>
      transact(world.db, async (trx) => {
        number += 1;
        const id = world.newId();
        await trx.insertInto('sale').values(saleRow(world, { id, number, shiftId, sale })).execute();
        for (const [index, line] of (sale.lines ?? []).entries()) {
          await trx
            .insertInto('sale_line')
            .values(lineRow(id, index + 1, line))
            .execute();
        }
        for (let coupon = 0; coupon < (sale.couponsGiven ?? 0); coupon++) {
          await trx
            .insertInto('coupon')
            .values({ ...couponRow(seriesId), code: `KG${number}-${coupon}`, issued_sale_id: id })
            .execute();
        }
        if (sale.couponRedeemed) {
          await trx
            .insertInto('coupon_use')
            .values({
              code: `KR${number}`,
              use_no: 1,
              series_id: seriesId,
              sale_id: id,
              business_day: sale.at.slice(0, 10),
              used_at: sale.at,
              person_id: world.people.cashier,
              receipt_number: number,
              amount_som: 5_000,
              partner_share_som: 0,
              sale_net_som: sale.netSom ?? 0,
              is_first_purchase: 0,
              is_after_payment_key: 0,
            })
            .execute();
        }
        if (sale.attached !== undefined) {
          await trx
            .insertInto('sale_attachment')
            .values({
              sale_id: id,
              customer_id: sale.attached.customerId,
              how: 'claim',
              person_id: world.people.cashier,
              attached_at: sale.attached.at,
            })
            .execute();
        }
        return id;
      }),
  };
}

function saleRow(
  world: RoomWorld,
  { id, number, shiftId, sale }: { id: string; number: number; shiftId: string; sale: SoldSale },
): Tables['sale'] {
  return {
    id,
    till_id: world.tillId,
    number,
    receipt_code: `R${number}`,
    shift_id: shiftId,
    person_id: sale.personId ?? world.people.cashier,
    business_day: sale.day ?? sale.at.slice(0, 10),
    sold_at: sale.at,
    entered_at: null,
    customer_id: sale.customerId ?? null,
    identification: null,
    claim_code: null,
    claim_expires_on: null,
    language: 'uz',
    gross_som: sale.netSom,
    net_som: sale.netSom,
    vat_som: 0,
    rounding_som: 0,
    received_cash_som: sale.netSom,
    change_som: 0,
    bonus_spent_som: sale.spentSom ?? 0,
    bonus_earned_som: sale.earnedSom ?? 0,
    bonus_balance_som: null,
    line_count: Math.max(1, sale.lines?.length ?? 1),
    has_debt_earned: 0,
  };
}

function lineRow(
  saleId: string,
  lineNo: number,
  line: { productId: string; quantity: number; netSom: number },
): Tables['sale_line'] {
  return {
    sale_id: saleId,
    line_no: lineNo,
    product_id: line.productId,
    name_json: '{}',
    unit: 'piece',
    price_som: 0,
    quantity_thousandths: line.quantity,
    gross_som: line.netSom,
    net_som: line.netSom,
    settled_som: line.netSom,
    vat_basis_points: null,
    vat_som: 0,
    bonus_basis_points: 0,
    bonus_share_som: 0,
    gift_card_share_som: 0,
    store_credit_share_som: 0,
    debt_share_som: 0,
    money_share_som: line.netSom,
    cost_som: null,
  };
}

function shiftRow(world: RoomWorld, id: string): Insertable<Tables['shift']> {
  return {
    id,
    till_id: world.tillId,
    number: 1,
    business_day: '2026-11-01',
    opened_at: '2026-11-01T03:00:00.000Z',
    opened_by: world.people.cashier,
    float_som: 0,
    closed_at: null,
    closed_by: null,
    counted_som: null,
    expected_som: null,
  };
}

function seriesRow(id: string): Insertable<Tables['coupon_series']> {
  return {
    id,
    name_json: '{}',
    content_json: '{}',
    is_given: 1,
    created_at: '2026-11-01T03:00:00.000Z',
  };
}

function couponRow(seriesId: string): Insertable<Tables['coupon']> & { readonly code: string } {
  return {
    code: '',
    series_id: seriesId,
    state: 'issued',
    valid_from: '2026-11-01',
    expires_on: '2026-12-01',
    customer_id: null,
    claim_code: null,
    issued_sale_id: null,
    issued_at: '2026-11-01T03:00:00.000Z',
    redeemed_sale_id: null,
    redeemed_at: null,
    redeemed_receipt_number: null,
    goodwill_reason: null,
  };
}
