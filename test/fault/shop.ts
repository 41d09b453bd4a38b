/** The shop whose till is killed: goods, customers with cards and an open shift, made before the first kill. */
import { createRouterClient } from '@orpc/server';
import { looseGoods, packedGoods } from '../../electron/command/demoGoods.ts';
import { newId } from '../../electron/ids.ts';
import { openTill } from '../../electron/till.ts';
import { consentVersion } from '../../shared/customer/consent.ts';
import { defaultSettings } from '../../shared/shop/settings.ts';
import { instantFromMilliseconds } from '../../shared/time.ts';
import type { TillClient } from '../scenario/client.ts';

/** What may be scanned. */
export interface StockedShop {
  readonly barcodes: readonly string[];
  readonly cardNumbers: readonly string[];
}

const goods = [...looseGoods(), ...packedGoods().slice(0, 22)];
const customerCount = 8;

export async function stockShop(
  directory: string,
  random: (count: number) => Uint8Array,
): Promise<StockedShop> {
  const till = await openTill({ dataDirectory: directory, shell: 'browser' });
  try {
    const owner = createRouterClient(till.router, { context: { key: 'owner' } }) as unknown as TillClient;
    const intention = () => ({ intentionId: newId(instantFromMilliseconds(Date.now()), random) });
    const { personId } = await owner.shop.start({
      ...intention(),
      language: 'uz',
      settings: { ...defaultSettings, name: 'Sinov doʻkoni', vatBasisPoints: 1200 },
      owner: { name: 'Egasi', password: 'a long password' },
      cashier: { name: 'Kassir', pin: '2580' },
      printer: { connection: { kind: 'file', path: `${directory}/papers` }, profile: 'epson80' },
    });
    till.parts.sessions.logIn('owner', personId);
    for (const { name, unit, priceSom, barcode } of goods) {
      await owner.catalogue.save({
        ...intention(),
        productId: null,
        name: { ...name },
        unit,
        priceSom,
        vat: { kind: 'shop' },
        barcodes: [barcode],
        isQuickGood: false,
      });
    }
    const { cardNumbers } = await owner.customer.issueCards({ ...intention(), count: customerCount });
    for (const [index, cardNumber] of cardNumbers.entries()) {
      await owner.customer.create({
        ...intention(),
        phone: `+9989012345${String(10 + index)}`,
        name: 'Xaridor',
        language: null,
        consentProfile: true,
        consentMessages: false,
        consentVersion,
        consentLanguage: 'uz',
        cardNumber,
      });
    }
    await owner.shift.open({ ...intention(), floatSom: 200_000 });
    return { barcodes: goods.map((product) => product.barcode), cardNumbers };
  } finally {
    await till.close();
  }
}
