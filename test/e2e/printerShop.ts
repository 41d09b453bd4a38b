/** A small shop with receipt printers on the network, ready for its first customer: for end-to-end tests of printing. */
import { webcrypto } from 'node:crypto';
import { saveProduct } from '../../electron/catalogue/save.ts';
import { newId } from '../../electron/ids.ts';
import { neighbours } from '../../electron/neighbours.ts';
import { savePrinter } from '../../electron/receipt/verbsOfPrinters.ts';
import { openShift } from '../../electron/shift/open.ts';
import { start } from '../../electron/shop/start.ts';
import { openTill } from '../../electron/till.ts';
import { callVerb } from '../../electron/verb.ts';
import { som } from '../../shared/money.ts';
import { printerProfiles } from '../../shared/receipt/printers.ts';
import { defaultSettings } from '../../shared/shop/settings.ts';
import { type Instant, instantFromMilliseconds } from '../../shared/time.ts';

export interface NetworkPrinter {
  readonly name: string;
  readonly port: number;
}

export const shopOwner = { name: 'Egasi', password: 'bahor va yoz' };
export const shopCashier = { name: 'Kassir', pin: '2580' };
export const tea = { name: 'Green tea', barcode: '4780012345677' };

/** The first printer gets the receipts; the shift is open. */
export async function makePrinterShop(
  dataDirectory: string,
  printers: readonly NetworkPrinter[],
): Promise<void> {
  const clock = (): Instant => instantFromMilliseconds(Date.now());
  const random = (count: number) => webcrypto.getRandomValues(new Uint8Array(count));
  const till = await openTill({ dataDirectory, shell: 'browser', clock, random });
  const key = 'office';
  const intention = () => ({ intentionId: newId(clock(), random) });
  const context = () => till.context({ key });
  await callVerb(till.host(), { key }, start(till.parts, neighbours), {
    ...intention(),
    language: 'uz',
    settings: { ...defaultSettings, name: 'Oʻrikzor savdo' },
    owner: shopOwner,
    cashier: shopCashier,
    printer: null,
  });
  const { db } = till.parts.database();
  const owner = await db
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow();
  till.parts.sessions.logIn(key, owner.id);
  await callVerb(till.host(), context(), saveProduct, {
    ...intention(),
    productId: null,
    name: { uz: tea.name },
    unit: 'piece',
    priceSom: som(9_500),
    barcodes: [tea.barcode],
    vat: { kind: 'shop' },
    categoryId: null,
    isQuickGood: true,
    isActive: true,
  });
  for (const { name, port } of printers) {
    await callVerb(till.host(), context(), savePrinter, {
      ...intention(),
      printerId: null,
      name,
      connection: { kind: 'tcp', host: '127.0.0.1', port },
      profile: { ...printerProfiles.xprinter80, drawerPin: null },
    });
  }
  await callVerb(till.host(), context(), openShift, { ...intention(), floatSom: som(100_000) });
  await till.close();
}
