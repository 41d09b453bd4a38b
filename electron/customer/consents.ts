/** The ledger of consents: written as acts, read as what a person allows now. */
import type { Kysely, Transaction } from 'kysely';
import {
  type ConsentChannel,
  type ConsentSubject,
  type ConsentWay,
  consentChannels,
  consentSubjects,
} from '../../shared/customer/consent.ts';
import {
  type ConsentEntry,
  type ConsentState,
  consentState,
  isAllowed,
} from '../../shared/customer/consentState.ts';
import type { Language } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import { hotInsert } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** What somebody said at once: all of it given, or all of it taken back. */
export interface ConsentAct {
  readonly id: string;
  readonly kind: 'given' | 'withdrawn';
  readonly customerId: string;
  readonly subjects: readonly ConsentSubject[];
  readonly how: ConsentWay;
  /** What was told before; null for what is taken back. */
  readonly wording: { readonly version: string; readonly language: Language } | null;
  readonly personId: string | null;
  readonly at: Instant;
}

const insert = hotInsert('consent_entry', [
  'act_id',
  'kind',
  'purpose',
  'channel',
  'customer_id',
  'how',
  'wording_version',
  'wording_language',
  'person_id',
  'at',
]);

/** Writes an act into the ledger; nothing in it is ever changed. */
export async function writeConsents(trx: Transaction<Tables>, act: ConsentAct): Promise<void> {
  await insert.many(
    trx,
    act.subjects.map((subject) => ({
      act_id: act.id,
      kind: act.kind,
      purpose: subject === 'profile' ? ('profile' as const) : ('messages' as const),
      channel: subject === 'profile' ? ('none' as const) : subject,
      customer_id: act.customerId,
      how: act.how,
      wording_version: act.wording?.version ?? null,
      wording_language: act.wording?.language ?? null,
      person_id: act.personId,
      at: act.at,
    })),
  );
}

/** What an entry's two columns are about. */
export function subjectOf(channel: ConsentChannel | 'none'): ConsentSubject {
  return channel === 'none' ? 'profile' : channel;
}

/** What each of these acts was about, the profile first and channels in their order. */
export async function subjectsOfActs(
  db: Db,
  kind: ConsentAct['kind'],
  actIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ConsentSubject[]>> {
  if (actIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('consent_entry')
    .select(['act_id', 'channel'])
    .where('kind', '=', kind)
    .where('act_id', 'in', actIds)
    .execute();
  return new Map(
    actIds.map((id) => {
      const said = new Set(rows.filter((row) => row.act_id === id).map((row) => subjectOf(row.channel)));
      return [id, consentSubjects.filter((subject) => said.has(subject))];
    }),
  );
}

/** So many ids go into one statement. */
const idsAtOnce = 250;

/** The entries by the customer of today, whatever id they were given under. */
async function entriesByPerson(
  db: Db,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ConsentEntry[]>> {
  const entriesOf = new Map<string, ConsentEntry[]>();
  for (let from = 0; from < customerIds.length; from += idsAtOnce) {
    const part = customerIds.slice(from, from + idsAtOnce);
    const rows = await db
      .selectFrom('consent_entry')
      .innerJoin('customer', 'customer.id', 'consent_entry.customer_id')
      .select((eb) => eb.fn.coalesce('customer.merged_into_id', 'customer.id').as('id'))
      .select(['consent_entry.kind', 'consent_entry.channel', 'consent_entry.at'])
      .where((eb) => eb.or([eb('customer.id', 'in', part), eb('customer.merged_into_id', 'in', part)]))
      .execute();
    for (const { id, kind, channel, at } of rows) {
      const entries = entriesOf.get(id) ?? [];
      entries.push({ kind, subject: subjectOf(channel), at });
      entriesOf.set(id, entries);
    }
  }
  return entriesOf;
}

/** What one customer allows now, under all ids they ever had. */
export async function consentsNow(db: Db, customerId: string): Promise<ConsentState> {
  return consentState((await entriesByPerson(db, [customerId])).get(customerId) ?? []);
}

/**
 * Those of the customers who allow it now: that their profile is kept, that they are written to by one channel, or
 * (`messages`) by any.
 */
export async function whoConsented(
  db: Db,
  customerIds: readonly string[],
  asked: ConsentSubject | 'messages',
): Promise<ReadonlySet<string>> {
  const people = await entriesByPerson(db, customerIds);
  return new Set(
    [...people].filter(([, entries]) => isAllowed(consentState(entries), asked)).map(([id]) => id),
  );
}

/** Those of the customers whom the shop may write to, or call, by a channel now. */
export function mayWrite(
  db: Db,
  customerIds: readonly string[],
  channel: ConsentChannel,
): Promise<ReadonlySet<string>> {
  return whoConsented(db, customerIds, channel);
}

/**
 * A query for the ids of everybody in the shop who allows it now, for groups: the rule of `consentState`, asked of the
 * whole ledger at once.
 */
export function everybodyWhoConsented(db: Db, asked: ConsentSubject | 'messages') {
  if (asked === 'profile') {
    return lastWords(db, ['none'])
      .select('word.id')
      .where((eb) => eb('word.given', '>', eb.fn.coalesce('word.ended', eb.val(''))));
  }
  return lastWords(db, asked === 'messages' ? consentChannels : [asked])
    .innerJoin(everybodysLastWords(db, ['none']).as('profile'), 'profile.id', 'word.id')
    .select('word.id')
    .distinct()
    .where((eb) =>
      eb.and([
        eb('profile.given', '>', eb.fn.coalesce('profile.ended', eb.val(''))),
        eb('word.given', '>', eb.fn.coalesce('profile.ended', eb.val(''))),
        eb('word.given', '>', eb.fn.coalesce('word.ended', eb.val(''))),
      ]),
    );
}

const lastWords = (db: Db, channels: readonly (ConsentChannel | 'none')[]) =>
  db.selectFrom(everybodysLastWords(db, channels).as('word'));

/** When each person last agreed to a channel and last took it back. */
function everybodysLastWords(db: Db, channels: readonly (ConsentChannel | 'none')[]) {
  return db
    .selectFrom('consent_entry')
    .innerJoin('customer', 'customer.id', 'consent_entry.customer_id')
    .select((eb) => [
      eb.fn.coalesce('customer.merged_into_id', 'customer.id').as('id'),
      eb.fn.max('consent_entry.at').filterWhere('consent_entry.kind', '=', 'given').as('given'),
      eb.fn.max('consent_entry.at').filterWhere('consent_entry.kind', '=', 'withdrawn').as('ended'),
    ])
    .where('consent_entry.channel', 'in', channels)
    .groupBy((eb) => [eb.fn.coalesce('customer.merged_into_id', 'customer.id'), 'consent_entry.channel']);
}
