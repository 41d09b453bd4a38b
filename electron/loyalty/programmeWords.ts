/** The rules of the programme as they hold now, in words: what the till prints is what the screen shows. */
import type { Kysely } from 'kysely';
import { deedKinds } from '../../shared/loyalty/deedContract.ts';
import { defaultDeed } from '../../shared/loyalty/deeds.ts';
import { programmeSettingsSchema } from '../../shared/loyalty/programmeContract.ts';
import { type ProgrammeSection, programmeText } from '../../shared/loyalty/programmeText.ts';
import { referencesOfScopes } from '../../shared/promotion/references.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { Tables } from '../database/tables.ts';
import { namesOfReferences } from '../promotion/queries.ts';
import { decidedDeeds } from './deedsQueries.ts';
import { earningRules } from './programmeQueries.ts';
import { activeStampCards } from './stampsQueries.ts';
import { activeTiers } from './tiersQueries.ts';

/** Every section of the public offer, in three languages. */
export async function programmeInWords(
  db: Kysely<Tables>,
  settings: ShopSettings,
): Promise<readonly ProgrammeSection[]> {
  const rules = await earningRules(db);
  const stampCards = await activeStampCards(db);
  const decided = await decidedDeeds(db);
  const scopes = [...rules, ...stampCards].map(({ scope }) => scope);
  return programmeText({
    shop: settings,
    programme: programmeSettingsSchema.parse(settings),
    rules,
    ladder: { window: settings.tierWindow, tiers: await activeTiers(db) },
    deeds: deedKinds.map((kind) => decided.find((deed) => deed.kind === kind) ?? defaultDeed(kind)),
    stampCards,
    names: await namesOfReferences(db, referencesOfScopes(scopes)),
  });
}
