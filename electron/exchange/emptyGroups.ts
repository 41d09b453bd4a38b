/** Categories and brands that an import made, when it is taken out again: those that nobody uses go too. */
import type { Transaction } from 'kysely';
import type { Instant } from '../../shared/time.ts';
import { groupsMadeAt, removeGroups } from '../catalogue/inTransaction.ts';
import type { Tables } from '../database/tables.ts';

/** Where rules of the shop may name a category or a brand, inside a text. */
const rulesNamingGroups = [
  ['promotion', 'content_json'],
  ['coupon_series', 'content_json'],
  ['offer', 'goods_json'],
  ['earning_rule', 'scope_json'],
  ['stamp_card', 'scope_json'],
  ['challenge', 'goal_json'],
  ['draw', 'scope_json'],
  ['segment', 'rule_json'],
] as const;

/** `madeAt` is the moment of the import, which its groups bear; no goods on sale and no rule names what goes. */
export async function removeEmptyGroups(trx: Transaction<Tables>, madeAt: Instant): Promise<void> {
  const groups = await groupsMadeAt(trx, madeAt);
  const named: string[] = [];
  for (const id of [...groups.categories, ...groups.brands]) {
    if (await isNamed(trx, id)) named.push(id);
  }
  const free = (ids: readonly string[]) => ids.filter((id) => !named.includes(id));
  await removeGroups(trx, { categories: free(groups.categories), brands: free(groups.brands) });
}

async function isNamed(trx: Transaction<Tables>, id: string): Promise<boolean> {
  for (const [table, column] of rulesNamingGroups) {
    const row = await trx
      .selectFrom(table as 'promotion')
      .select('id')
      .where(column as 'content_json', 'like', `%${id}%`)
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return true;
  }
  return false;
}
