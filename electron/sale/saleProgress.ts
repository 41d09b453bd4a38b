/** What a receipt tells its customer beside the prices: tier, stamps, challenges, tickets, and what is left on account. */
import type { Kysely } from 'kysely';
import type { ChallengeStanding, StampStanding } from '../../shared/loyalty/contract.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

/** As it stood when the receipt was printed; kept with the sale, so that a copy says the same. */
export interface SaleProgress {
  /** `missingSom` 0 means that the next one holds from tomorrow on. Null in a shop without tiers. */
  readonly tier: {
    readonly name: LocalText | null;
    readonly next: { readonly name: LocalText; readonly missingSom: number } | null;
  } | null;
  readonly stamps: readonly StampStanding[];
  readonly challenges: readonly ChallengeStanding[];
  /** Challenges that this receipt reached. */
  readonly reached: readonly { readonly name: LocalText; readonly badge: LocalText | null }[];
  readonly tickets: readonly { readonly name: LocalText; readonly numbers: readonly number[] }[];
  /** What the first purchase, full stamp cards and reached challenges brought. */
  readonly deedBonusSom: number;
  readonly gameBonusSom: number;
  /** The first day on which what the goods earned may be spent; null when that is today. */
  readonly bonusActiveFrom: BusinessDay | null;
  /** Left on the gift card that paid; null when none did. */
  readonly giftCardLeftSom: number | null;
  /** On the customer's account after this receipt, where the receipt touched it; null where it did not. */
  readonly accountSom: number | null;
  /** All that the customer owes after this receipt, where something was sold on credit; null where nothing was. */
  readonly owesSom: number | null;
}

export const noProgress: SaleProgress = {
  tier: null,
  stamps: [],
  challenges: [],
  reached: [],
  tickets: [],
  deedBonusSom: 0,
  gameBonusSom: 0,
  bonusActiveFrom: null,
  giftCardLeftSom: null,
  accountSom: null,
  owesSom: null,
};

const plain = JSON.stringify(noProgress);
const insertProgress = hotInsert('sale_progress', ['sale_id', 'progress_json']);

/** Keeps what there is to tell; a receipt without any of it leaves no row. */
export async function keepProgress(
  db: Kysely<Tables>,
  saleId: string,
  progress: SaleProgress,
): Promise<void> {
  const progressJson = JSON.stringify(progress);
  if (progressJson !== plain) {
    await insertProgress.one(db, { sale_id: saleId, progress_json: progressJson });
  }
}

const progressQuery = hotQuery((db: Kysely<Tables>, value: { saleId: string }) =>
  db.selectFrom('sale_progress').select('progress_json').where('sale_id', '=', value.saleId),
);

/** What the receipt of a sale told. */
export async function progressOf(db: Kysely<Tables>, saleId: string): Promise<SaleProgress> {
  const row = await progressQuery.first(db, { saleId });
  return row === undefined ? noProgress : (JSON.parse(row.progress_json) as SaleProgress);
}
