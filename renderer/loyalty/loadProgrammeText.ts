/** The rules of the programme as they hold now, in words: for the screen of those who may only read, and for paper. */
import { type ProgrammeSection, programmeText } from '../../shared/loyalty/programmeText.ts';
import type { NamesOf } from '../../shared/promotion/speaker.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { LocalText } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { productsOf } from './programmeForm.ts';

export interface ProgrammeInWords {
  readonly shop: Pick<ShopSettings, 'name' | 'address' | 'phone'>;
  readonly sections: readonly ProgrammeSection[];
}

type Loading =
  | { readonly ok: true; readonly data: ProgrammeInWords }
  | { readonly ok: false; readonly code: string };

/** The till tells the names of so many goods at once. */
const mostNames = 500;

export async function loadProgrammeText(): Promise<Loading> {
  const [programme, tiers, deeds, stamps, shop, groups] = await Promise.all([
    api.loyalty.programme({}),
    api.loyalty.tiers({}),
    api.loyalty.deeds({}),
    api.loyalty.stampCards({}),
    api.shop.settings({}),
    api.catalogue.groups({}),
  ]);
  if (!programme.ok) return { ok: false, code: programme.error.code };
  if (!tiers.ok) return { ok: false, code: tiers.error.code };
  if (!deeds.ok) return { ok: false, code: deeds.error.code };
  if (!stamps.ok) return { ok: false, code: stamps.error.code };
  if (!shop.ok) return { ok: false, code: shop.error.code };
  if (!groups.ok) return { ok: false, code: groups.error.code };
  const { settings, rules } = programme.data;
  const stampCards = stamps.data.stampCards.filter(({ isActive }) => isActive);
  const productIds = productsOf([...rules, ...stampCards].map(({ scope }) => scope)).slice(0, mostNames);
  const products = await api.catalogue.named({ productIds });
  if (!products.ok) return { ok: false, code: products.error.code };
  const names = namesFrom([
    ...products.data.products,
    ...groups.data.categories,
    ...groups.data.brands.map(({ id, name }) => ({ id, name: { uz: name } })),
  ]);
  const sections = programmeText({
    shop: shop.data,
    programme: settings,
    rules,
    ladder: tiers.data,
    deeds: deeds.data.deeds,
    stampCards,
    names,
  });
  return { ok: true, data: { shop: shop.data, sections } };
}

/** Names by id; a tag is its own name. */
function namesFrom(known: readonly { readonly id: string; readonly name: LocalText }[]): NamesOf {
  const byId = new Map(known.map(({ id, name }) => [id, name]));
  const name = (id: string): LocalText => byId.get(id) ?? { uz: id };
  return {
    product: name,
    category: name,
    brand: name,
    tier: name,
    series: name,
    segment: name,
    partner: name,
  };
}
