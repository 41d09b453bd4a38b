/** What a basket needs to know of a product, read from its row. */
import type { Unit } from '../../shared/basket.ts';
import type { Content, ContentUnit } from '../../shared/catalogue/unitPrice.ts';
import { type BasisPoints, basisPoints, type Som, som, thousandths } from '../../shared/money.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';

export interface ProductFacts {
  readonly id: string;
  readonly name: LocalText;
  readonly unit: Unit;
  readonly priceSom: Som;
  /** The product's own rate, else the shop's; null when no VAT is inside the price. */
  readonly vatBasisPoints: BasisPoints | null;
  readonly categoryId: string | null;
  readonly brandId: string | null;
  /** In lower case. */
  readonly tags: readonly string[];
  /** Last day on which the goods on the shelf may be sold; null where the shop does not keep it. */
  readonly expiresOn: BusinessDay | null;
  /** False for goods that take part in no promotion, coupon or manual discount. */
  readonly isDiscountable: boolean;
  /** What a unit costs the shop; null where nobody has said. For the books alone: it goes to no screen from here. */
  readonly costSom: Som | null;
  /** One line for the paper that goes home with the goods; null where the shop says nothing. */
  readonly advice: LocalText | null;
  /** False for goods that are no longer sold; they keep their codes and their history. */
  readonly isActive: boolean;
}

export type VatOfShop = Pick<ShopSettings, 'vatBasisPoints'>;

/** The columns that make ProductFacts. */
export const factColumns = [
  'product.id',
  'product.name_json',
  'product.unit',
  'product.price_som',
  'product.vat_kind',
  'product.vat_basis_points',
  'product.category_id',
  'product.brand_id',
  'product.tags_json',
  'product.expires_on',
  'product.is_discountable',
  'product.is_active',
  'product.cost_som',
  'product.advice_json',
] as const;

export interface FactRow {
  readonly id: string;
  readonly name_json: string;
  readonly unit: string;
  readonly price_som: number;
  readonly vat_kind: 'shop' | 'none' | 'rate';
  readonly vat_basis_points: number | null;
  readonly category_id: string | null;
  readonly brand_id: string | null;
  readonly tags_json: string;
  readonly expires_on: string | null;
  readonly is_discountable: 0 | 1;
  readonly is_active: 0 | 1;
  readonly cost_som: number | null;
  readonly advice_json: string | null;
}

export function productFactsOf(row: FactRow, shop: VatOfShop): ProductFacts {
  return {
    id: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    unit: row.unit as Unit,
    priceSom: som(row.price_som),
    vatBasisPoints: vatOf(row, shop),
    categoryId: row.category_id,
    brandId: row.brand_id,
    tags: tagsOf(row.tags_json),
    expiresOn: row.expires_on as BusinessDay | null,
    isDiscountable: row.is_discountable === 1,
    isActive: row.is_active === 1,
    costSom: row.cost_som === null ? null : som(row.cost_som),
    advice: row.advice_json === null ? null : (JSON.parse(row.advice_json) as LocalText),
  };
}

/** What one pack holds, as its two columns keep it. */
export interface ContentRow {
  readonly content_thousandths: number | null;
  readonly content_unit: ContentUnit | null;
}

/** What one pack holds; null where nobody has said. */
export function contentOf({ content_thousandths: size, content_unit: unit }: ContentRow): Content | null {
  return size === null || unit === null ? null : { thousandths: thousandths(size), unit };
}

const noTags: readonly string[] = [];

/** Most goods carry no tag, and every scan comes by here. */
export function tagsOf(json: string): readonly string[] {
  return json === '[]' ? noTags : (JSON.parse(json) as string[]);
}

function vatOf(row: FactRow, shop: VatOfShop): BasisPoints | null {
  if (row.vat_kind === 'shop') return shop.vatBasisPoints;
  return row.vat_basis_points === null ? null : basisPoints(row.vat_basis_points);
}
