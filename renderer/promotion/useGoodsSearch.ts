/** Goods, categories, brands and tags that fit what is typed: what a rule may be about. */
import { foldKeys, type LocalText, sameText } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import type { GoodsKind } from './scopeForm.ts';

export interface FoundGoods {
  readonly kind: GoodsKind;
  readonly id: string;
  readonly name: LocalText;
}

const mostProducts = 8;
const mostOfEach = 6;

function fits(name: LocalText, typed: string): boolean {
  const asked = foldKeys(typed);
  const keys = [name.uz, name.ru, name.en].flatMap((words) => (words === undefined ? [] : foldKeys(words)));
  return keys.some((key) => asked.some((each) => key.includes(each)));
}

/** Groups first while nothing is typed, because a shop has few of them; products first once a word is there. */
export function useGoodsSearch(typed: string, isOn: boolean): readonly FoundGoods[] {
  const search = typed.trim();
  const products = useTill(api.catalogue.list, { search, limit: mostProducts }, { isOn, keepsLast: true });
  const groups = useTill(api.catalogue.groups, {}, { isOn }).data;
  const fitting = (found: readonly FoundGoods[]) =>
    (search === '' ? found : found.filter(({ name }) => fits(name, search))).slice(0, mostOfEach);
  const grouped = [
    ...fitting((groups?.categories ?? []).map(({ id, name }) => ({ kind: 'categories', id, name }))),
    ...fitting((groups?.brands ?? []).map(({ id, name }) => ({ kind: 'brands', id, name: sameText(name) }))),
    ...fitting((groups?.tags ?? []).map(({ tag }) => ({ kind: 'tags', id: tag, name: sameText(tag) }))),
  ];
  const found = (products.data?.products ?? [])
    .filter((product) => product.isActive)
    .map(({ id, name }) => ({ kind: 'products', id, name }) as const);
  return search === '' ? [...grouped, ...found] : [...found, ...grouped];
}

/** The product that fits a scanned code or a typed name best; null when there is none. */
export async function bestProduct(typed: string): Promise<FoundGoods | null> {
  const answer = await api.catalogue.list({ search: typed.trim(), limit: 1 });
  const [product] = answer.ok ? answer.data.products : [];
  return product === undefined ? null : { kind: 'products', id: product.id, name: product.name };
}
