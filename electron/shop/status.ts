/** What every page asks first: which shop is this, who is logged in, what day it is, and what has changed since. */
import type { PermissionMatrix, Role } from '../../shared/actor.ts';
import { shopContract } from '../../shared/shop/contract.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import { businessDayOf } from '../../shared/time.ts';
import type { TillParts } from '../parts.ts';
import { actingVerb, type ReadScope, readingVerb, streamingVerb } from '../verb.ts';
import type { Neighbours } from './neighbours.ts';
import { isDemo, isTraining } from './queries.ts';

type StatusRooms = Pick<Neighbours, 'hasOwner' | 'personOf' | 'permissionsIn' | 'lastDocument'>;

export const status = (parts: Pick<TillParts, 'demo' | 'build' | 'shell' | 'language'>, rooms: StatusRooms) =>
  readingVerb(shopContract.status, async (scope) => {
    const { db, now, settings, tillId } = scope;
    const last = await rooms.lastDocument(db, tillId);
    const started = (await rooms.hasOwner(db)) ? ('ready' as const) : ('fresh' as const);
    return {
      phase: parts.demo.isBuilding() ? ('building' as const) : started,
      isDemo: await isDemo(db),
      name: settings.name,
      language: settings.language,
      askedLanguage: parts.language,
      build: parts.build,
      shell: parts.shell,
      person: await personIn(scope, rooms),
      permissions: shownPermissions(await rooms.permissionsIn(db)),
      isTraining: await isTraining(db),
      businessDay: businessDayOf(now, calendarOf(settings), last?.businessDay ?? null),
      now,
    };
  });

function shownPermissions(matrix: PermissionMatrix): Record<string, Role[]> {
  return Object.fromEntries(Object.entries(matrix).map(([action, roles]) => [action, [...roles]]));
}

async function personIn({ actor, db }: ReadScope, rooms: StatusRooms) {
  if (actor === null || actor.role === 'system') return null;
  const person = await rooms.personOf(db, actor.personId);
  if (person === undefined) return null;
  const { name, discountBasisPoints } = person;
  return { id: actor.personId, name, role: actor.role, discountBasisPoints };
}

/** News for as long as the page listens. */
export const changes = (parts: Pick<TillParts, 'changes'>) =>
  streamingVerb(shopContract.changes, (key, signal) => parts.changes.listen(key, signal));

/** A line in the till's log about a screen that broke. No digit is kept: any of them may be a phone's. */
export const noteBroken = (parts: Pick<TillParts, 'note'>) =>
  actingVerb(shopContract.noteBroken, async (_scope, { where, message }) => {
    parts.note(`a screen broke at ${withoutDigits(where)}: ${withoutDigits(message)}`);
    return {};
  });

function withoutDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, '#').replace(/\s+/g, ' ');
}
