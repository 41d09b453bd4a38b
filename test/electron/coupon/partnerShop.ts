/** A shop with partners, series and their codes, for tests of everything that passes between the two. */
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { finishImport, importRows, startImport } from '../../../electron/coupon/partnerImport.ts';
import { savePartner } from '../../../electron/coupon/partners.ts';
import { saveSeries } from '../../../electron/coupon/verbs.ts';
import { inTransaction, type VerbInput, type WriteScope } from '../../../electron/verb.ts';
import type { couponContract } from '../../../shared/coupon/contract.ts';
import type { ShopSettings } from '../../../shared/shop/settings.ts';
import { permissions } from '../../../shared/staff/permissions.ts';
import { roomWorld } from '../roomWorld.ts';

type SeriesInput = VerbInput<typeof couponContract.saveSeries>;
type Content = SeriesInput['content'];

/** A partner's list whose coupons take 5 000 off here, all of it borne by the partner, in November and December. */
export const listContent: Content = {
  benefit: { kind: 'amount', amountSom: 5_000 },
  scope: { kind: 'all' },
  minimumSom: 20_000,
  validity: { kind: 'between', from: '2026-11-01', to: '2026-12-31' },
  giving: { kind: 'byHand' },
  holding: 'bearer',
  mayBeGivenOn: true,
  usesPerCoupon: 1,
  budgetSom: null,
  codes: { kind: 'list' },
  usedAt: 'here',
  partnerBearsBasisPoints: 10_000,
  conditions: null,
};

export async function partnerShop(settings: Partial<ShopSettings> = {}) {
  const world = await roomWorld(settings);
  const parts = { database: () => world.database, note: () => {} };

  const makePartner = async (name = 'Non uyi', kind: 'shop' | 'blogger' = 'shop', isActive = true) => {
    const partner = { partnerId: null, kind, name, contact: '', note: '', isActive };
    return (await world.ask(savePartner, partner)).partnerId;
  };
  const seriesOf = (partnerId: string, different: Partial<Content> = {}) => ({
    seriesId: null,
    name: { uz: 'Non uyi kuponi' },
    content: { ...listContent, ...different },
    partnerId,
    isGiven: true,
  });
  const makeSeries = async (partnerId: string, different: Partial<Content> = {}) =>
    (await world.ask(saveSeries, seriesOf(partnerId, different))).seriesId;
  const begin = async (seriesId: string, usesAllowed: number | null = 1) =>
    (await world.ask(startImport(parts), { seriesId, fileName: 'kodlar.csv', usesAllowed })).importId;
  const read = (importId: string, ...codes: readonly string[]) =>
    world.ask(importRows, { importId, rows: codes.map((code, at) => ({ row: at + 1, code })) });
  return {
    ...world,
    parts,
    makePartner,
    seriesOf,
    makeSeries,
    begin,
    read,
    /** A whole list at once. */
    importList: async (seriesId: string, codes: readonly string[], usesAllowed: number | null = 1) => {
      const importId = await begin(seriesId, usesAllowed);
      await read(importId, ...codes);
      await world.ask(finishImport, { importId });
      return importId;
    },
    makeProduct: async (name: string, priceSom: number, barcodes: string[] = []) =>
      (await world.ask(saveProduct, productInput(name, priceSom, barcodes))).product.id,
    /** What a higher room does inside its own transaction. */
    within: <T>(work: (scope: WriteScope) => Promise<T>) =>
      inTransaction(
        world.host,
        { key: 'owner' },
        { personId: world.people.owner, role: 'owner', tillId: world.tillId, approver: null, permissions },
        work,
      ),
  };
}
export type PartnerShop = Awaited<ReturnType<typeof partnerShop>>;

function productInput(name: string, priceSom: number, barcodes: string[]) {
  return {
    productId: null,
    name: { uz: name },
    unit: 'piece' as const,
    priceSom,
    vat: { kind: 'shop' as const },
    barcodes,
    categoryId: null,
    isQuickGood: false,
    isActive: true,
  };
}
