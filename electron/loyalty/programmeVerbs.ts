/** The verbs loyalty.programme, burnPreview and saveProgramme: what earns how much, and how long bonus lives. */
import { Refusal } from '../../shared/errors.ts';
import type { JsonValue } from '../../shared/journal/document.ts';
import { loyaltyContract } from '../../shared/loyalty/contract.ts';
import {
  type BurnPreview,
  type ProgrammeSettings,
  programmeSettingsSchema,
} from '../../shared/loyalty/programmeContract.ts';
import { businessDayNow } from '../businessDay.ts';
import { documentOf } from '../document.ts';
import { keepSettings } from '../shop/inTransaction.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';
import { burnPreviewOf, earningRules, layLifeOnLots, replaceEarningRules } from './programmeQueries.ts';

export const programme = readingVerb(loyaltyContract.programme, async ({ db, settings }) => ({
  settings: programmeSettingsSchema.parse(settings),
  rules: [...(await earningRules(db))],
}));

export const burnPreview = readingVerb(loyaltyContract.burnPreview, async (scope, { days }) =>
  burnPreviewOf(scope.db, days, await businessDayNow(scope.db, scope)),
);

/**
 * Writes the programme whole. Another life of bonus is laid on what is out only when the owner saw what that burns, and it
 * is still so: a sale may have come between (BurnChanged with what holds now).
 */
export const saveProgramme = writingVerb(loyaltyContract.saveProgramme, async (scope, input) => {
  const { trx } = scope;
  const before = { settings: programmeSettingsSchema.parse(scope.settings), rules: await earningRules(trx) };
  if (input.expiryFor.kind === 'all') {
    await layLife(scope, input.settings.bonusExpiryDays, input.expiryFor.seen);
  }
  const changes = changedSettings(before.settings, input.settings);
  if (Object.keys(changes).length > 0) {
    await keepSettings(trx, { ...scope.settings, ...input.settings }, { now: scope.now });
    scope.changed('shop');
  }
  await replaceEarningRules(trx, input.rules, scope.newId);
  await scope.follow(
    documentOf(scope, 'programmeSaved', {
      changes,
      rules: input.rules as unknown as JsonValue,
      expiryFor: input.expiryFor.kind,
    }),
  );
  scope.changed('loyalty');
  return { settings: input.settings, rules: input.rules };
});

async function layLife(scope: WriteScope, days: number, seen: BurnPreview): Promise<void> {
  const now = await burnPreviewOf(scope.trx, days, scope.businessDay);
  const isAsSeen =
    now.atOnceSom === seen.atOnceSom &&
    now.customersAtOnce === seen.customersAtOnce &&
    now.withinMonthSom === seen.withinMonthSom;
  if (!isAsSeen) throw new Refusal('BurnChanged', { ...now });
  await layLifeOnLots(scope.trx, days, scope.businessDay);
  scope.changed('customer');
}

function changedSettings(
  before: ProgrammeSettings,
  after: ProgrammeSettings,
): Readonly<Record<string, { readonly before: JsonValue; readonly after: JsonValue }>> {
  const keys = Object.keys(after) as (keyof ProgrammeSettings)[];
  return Object.fromEntries(
    keys
      .filter((key) => before[key] !== after[key])
      .map((key) => [key, { before: before[key], after: after[key] }]),
  );
}
