/** The shop as it stands on paper: asked by each page for paper from the till, which knows it. */
import type { Language } from '../../shared/text.ts';
import { api } from './api.ts';

export interface PaperShop {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  /** As an address that an image takes; null for a shop without one. */
  readonly logo: string | null;
}

export interface PaperShopFacts {
  readonly shop: PaperShop;
  /** The shop's own language. */
  readonly language: Language;
}

/** The shop, or the code of the refusal. */
export async function askPaperShop(): Promise<PaperShopFacts | string> {
  const [settings, logo] = await Promise.all([api.shop.settings({}), api.shop.logo({})]);
  if (!settings.ok) return settings.error.code;
  const { name, address, phone, language } = settings.data;
  const png = logo.ok ? (logo.data.logo?.png ?? null) : null;
  const shop = { name, address, phone, logo: png === null ? null : `data:image/png;base64,${png}` };
  return { shop, language };
}
