/** Consents from before the ledger of channels: what was told then holds on, and nothing of it is lost. */
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { consentsNow } from '../../../electron/customer/consents.ts';
import { migrateToLatest } from '../../../electron/database/migrate.ts';
import { migrations } from '../../../electron/database/migrations/list.ts';
import type { Tables } from '../../../electron/database/tables.ts';
import { temporaryDatabase, temporaryFolder } from '../database/temporary.ts';

type Loose = Record<string, Record<string, unknown>>;

const now = '2026-11-22T08:00:00.000Z';
/** An id that can be read: everything but its end is zero. */
const idOf = (end: string) => `00000000-0000-7000-8000-${end.padStart(12, '0')}`;

const later = '2026-11-23T08:00:00.000Z';

test('profile and messages become the profile, SMS and calls, with every withdrawal', async () => {
  const folder = temporaryFolder();
  const database = await temporaryDatabase<Tables>({ file: join(folder, 'daftar.db') });
  const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0020'));
  const backupDirectory = join(folder, 'backup');
  await migrateToLatest(database, { backupDirectory, now, migrations: before });
  await fill(database.db as unknown as Kysely<Loose>);
  await migrateToLatest(database, { backupDirectory, now: later });

  const rows = await database.db
    .selectFrom('consent_entry')
    .selectAll()
    .orderBy('act_id')
    .orderBy('kind')
    .orderBy('channel')
    .execute();
  expect(rows.map((row) => [row.act_id, row.kind, row.purpose, row.channel, row.at].join(' '))).toEqual([
    `${idOf('a1')} given profile none ${now}`,
    `${idOf('a2')} given messages phone ${now}`,
    `${idOf('a2')} given messages sms ${now}`,
    `${idOf('a2')} withdrawn messages phone ${later}`,
    `${idOf('a2')} withdrawn messages sms ${later}`,
    `${idOf('b1')} given profile none ${now}`,
    `${idOf('b2')} given messages phone ${now}`,
    `${idOf('b2')} given messages sms ${now}`,
  ]);
  expect(rows.find((row) => row.act_id === idOf('b1'))).toMatchObject({
    customer_id: idOf('b'),
    how: 'spoken',
    wording_version: '2026-11',
    wording_language: 'ru',
    person_id: idOf('cc'),
  });
  expect(rows.find((row) => row.kind === 'withdrawn')).toMatchObject({ person_id: idOf('dd') });
  const nothing = { sms: false, telegram: false, phone: false, email: false };
  expect(await consentsNow(database.db, idOf('a'))).toEqual({ profile: true, channels: nothing });
  expect(await consentsNow(database.db, idOf('b'))).toEqual({
    profile: true,
    channels: { ...nothing, sms: true, phone: true },
  });
});

async function fill(db: Kysely<Loose>): Promise<void> {
  for (const id of ['a', 'b']) {
    const customer = { id: idOf(id), name: id, search_text: id, is_registered: 1, created_at: now };
    await db.insertInto('customer').values(customer).execute();
    for (const [end, purpose] of [
      ['1', 'profile'],
      ['2', 'messages'],
    ]) {
      const told = {
        wording_version: '2026-11',
        wording_language: 'ru',
        how: 'spoken',
        person_id: idOf('cc'),
      };
      const consent = {
        id: idOf(`${id}${end}`),
        customer_id: idOf(id),
        purpose,
        channel: 'counter',
        given_at: now,
      };
      await db
        .insertInto('consent')
        .values({ ...consent, ...told })
        .execute();
    }
  }
  const withdrawal = { consent_id: idOf('a2'), person_id: idOf('dd'), withdrawn_at: later };
  await db.insertInto('consent_withdrawal').values(withdrawal).execute();
}
