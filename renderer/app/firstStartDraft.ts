/** What is typed at the first start before anything is sent, and how it becomes one intention. */
import type { z } from 'zod';
import { livePrinterConnectionSchema } from '../../shared/printerConnection.ts';
import type { firstStartSchema } from '../../shared/shop/contract.ts';
import { demoNames } from '../../shared/shop/demo.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { Language } from '../../shared/text.ts';
import type { TypedConnection } from '../receipt/typedConnection.ts';

export interface Draft {
  readonly settings: ShopSettings;
  readonly owner: { readonly name: string; readonly password: string; readonly repeat: string };
  /** A shop of one person has no cashier beside the owner. */
  readonly cashier: { readonly isWanted: boolean; readonly name: string; readonly pin: string };
  readonly connection: TypedConnection;
  readonly profileName: string;
}

const namesOfDemo = Object.values(demoNames).flatMap(({ shop, address }) => [shop, address]);
const withoutDemoName = (text: string) => (namesOfDemo.includes(text) ? '' : text);

/** An empty form over what was set before: defaults, or the settings of a demo that was left, without its name. */
export const draftOver = (settings: ShopSettings): Draft => ({
  settings: {
    ...settings,
    name: withoutDemoName(settings.name),
    address: withoutDemoName(settings.address),
  },
  owner: { name: '', password: '', repeat: '' },
  cashier: { isWanted: true, name: '', pin: '' },
  connection: { kind: 'none' },
  profileName: 'xprinter58',
});

type FirstStart = { [K in keyof typeof firstStartSchema]: z.input<(typeof firstStartSchema)[K]> };

/** The step of the equipment lets nobody on with an address that the contract would refuse. */
function printerOf({ connection, profileName }: Draft): FirstStart['printer'] {
  if (connection.kind === 'none') return null;
  return { connection: livePrinterConnectionSchema.parse(connection), profile: profileName };
}

/** What `shop.start` takes. */
export function firstStartOf(draft: Draft, language: Language): FirstStart {
  const { settings, owner, cashier } = draft;
  return {
    language,
    settings: { ...settings, language },
    owner: { name: owner.name, password: owner.password },
    cashier: cashier.isWanted ? { name: cashier.name, pin: cashier.pin } : null,
    printer: printerOf(draft),
  };
}
