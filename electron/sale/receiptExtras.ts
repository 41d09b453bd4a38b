/** What a receipt needs beside the rows of its sale: the shop's logo, and what the shop advises on the goods. */
import type { Kysely } from 'kysely';
import { type Block, pictureBlock } from '../../shared/receipt/blocks.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { LocalText } from '../../shared/text.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { logoOnPaper } from '../shop/paper.ts';
import type { SaleOnPaper } from './saleOnPaper.ts';

type Db = Kysely<Tables>;

const adviceQuery = hotQuery((db: Db, value: { saleId: string }) =>
  db
    .selectFrom('sale_line')
    .innerJoin('product', 'product.id', 'sale_line.product_id')
    .select(['product.id', 'product.advice_json'])
    .where('sale_line.sale_id', '=', value.saleId)
    .where('product.advice_json', 'is not', null),
);

/** Advice on the goods of a sale whose rows are written, by product. */
export async function adviceOfSale(db: Db, saleId: string): Promise<Readonly<Record<string, LocalText>>> {
  const rows = await adviceQuery.all(db, { saleId });
  return Object.fromEntries(rows.map((row) => [row.id, JSON.parse(row.advice_json ?? '{}') as LocalText]));
}

/**
 * Reads what the shop's form asks for and nothing else. `paperDots` is the printable width, `advice` reads or tells what
 * the shop advises on the goods. No fiscal service is connected to this till: its room will bring the mark.
 */
export async function receiptExtras(
  db: Db,
  { receiptForm: form }: ShopSettings,
  paperDots: number,
  advice: () => Promise<SaleOnPaper['advice']> | SaleOnPaper['advice'],
): Promise<Pick<SaleOnPaper, 'logo' | 'advice' | 'fiscal'>> {
  return {
    logo: form.showsLogo ? await logoBlock(db, paperDots) : null,
    advice: form.parts.advice ? await advice() : {},
    fiscal: null,
  };
}

/** The shop's logo as a block for a paper of `paperDots`; null in a shop without one. */
export async function logoBlock(db: Db, paperDots: number): Promise<Block | null> {
  const dots = await logoOnPaper(db, paperDots);
  return dots === null ? null : pictureBlock(dots);
}
