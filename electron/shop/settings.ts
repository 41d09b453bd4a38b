/** The shop's settings, read by everybody and changed by the owner, with a journal line of what changed. */
import { shopContract } from '../../shared/shop/contract.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { documentOf } from '../document.ts';
import { preparedVerb, readingVerb } from '../verb.ts';
import { requireUsableFolder } from './folder.ts';
import { keepSettings } from './inTransaction.ts';

export const settings = readingVerb(shopContract.settings, async (scope) => scope.settings);

export const changeSettings = preparedVerb(shopContract.changeSettings, async (prepared, input) => {
  for (const name of ['backupFolder', 'journalFolder'] as const) {
    const folder = input.settings[name];
    if (folder !== '' && folder !== prepared.settings[name]) await requireUsableFolder(folder);
  }
  return async (scope) => {
    const changes = settingChanges(scope.settings, input.settings);
    if (Object.keys(changes).length === 0) return scope.settings;
    await keepSettings(scope.trx, input.settings, { now: scope.now });
    await scope.follow(documentOf(scope, 'settingsChanged', { changes }));
    scope.changed('shop');
    return input.settings;
  };
});

type SettingValue = ShopSettings[keyof ShopSettings];
type Change = { readonly before: SettingValue; readonly after: SettingValue };

/** Words of the shopkeeper's own: a name, a home's address, a person's tax number may stand in them. */
const privateSettings: ReadonlySet<string> = new Set([
  'name',
  'address',
  'stir',
  'phone',
  'receiptFooter',
  'receiptForm',
  'backupFolder',
  'journalFolder',
] satisfies (keyof ShopSettings)[]);

/**
 * What the journal says of a change: old and new value by the setting's name. Of settings that may hold personal data it
 * says only that they changed, because the journal can never be cleaned.
 */
function settingChanges(before: ShopSettings, after: ShopSettings): Readonly<Record<string, Change | null>> {
  const keys = Object.keys(after) as (keyof ShopSettings)[];
  return Object.fromEntries(
    keys
      .filter((key) => !isSame(before[key], after[key]))
      .map((key) => [key, privateSettings.has(key) ? null : { before: before[key], after: after[key] }]),
  );
}

/** The form of the receipt is an object, and what came from a screen is never the same one. */
function isSame(before: SettingValue, after: SettingValue): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}
