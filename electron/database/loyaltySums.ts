/** The sums that the programme keeps from now on, worked out once from what was written before. */
import { type Kysely, sql } from 'kysely';

/** Money paid by day and customer: what goods cost less the bonus; there was no credit and no gift card yet. */
export async function sumPaidDays(db: Kysely<unknown>): Promise<void> {
  await sql`insert into customer_paid_day (customer_id, business_day, paid_som)
    select customer_id, day, sum(paid) from (
      select customer_id, business_day as day, net_som - bonus_spent_som as paid
        from sale where customer_id is not null
      union all
      select sale_attachment.customer_id, substr(sale_attachment.attached_at, 1, 10),
        sale.net_som - sale.bonus_spent_som
        from sale_attachment join sale on sale.id = sale_attachment.sale_id
    ) as bought
    group by customer_id, day`.execute(db);
}

/**
 * Bonus by month. Lots say what was given: those of a sale are its own, the others came from promotions and friends. A claim
 * only moved bonus from a receipt to a customer, so what was claimed is not counted twice.
 */
export async function sumBonusMonths(db: Kysely<unknown>): Promise<void> {
  await sql`insert into bonus_month (month, kind, amount_som)
    select month, kind, sum(amount) from (
      select substr(active_from, 1, 7) as month,
        case when sale_id is null then 'promotion' else 'earned' end as kind, earned_som as amount
        from bonus_lot
      union all
      select substr(used_at, 1, 7), 'earned', -amount_som from bonus_lot_use where kind = 'claimed'
      union all
      select substr(used_at, 1, 7), kind, amount_som
        from bonus_lot_use where kind in ('spent', 'expired', 'takenBack', 'givenBack')
    ) as moved
    group by month, kind`.execute(db);
}
