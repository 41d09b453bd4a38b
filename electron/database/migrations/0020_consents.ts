/** What a person agreed to and took back, by purpose and channel, in one ledger of acts. */
import type { Kysely } from 'kysely';
import { idColumn, idOf, instantColumn, oneOfColumn, optional, textColumn } from '../columns.ts';
import { appendOnly, createIndex, createTable, dropTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'consent_entry', {
    columns: {
      // One act of a person says several things at once: the id is the document's.
      act_id: idColumn(),
      kind: oneOfColumn(['given', 'withdrawn']),
      purpose: oneOfColumn(['profile', 'messages']),
      channel: oneOfColumn(['none', 'sms', 'telegram', 'phone', 'email']),
      customer_id: idOf('customer'),
      how: oneOfColumn(['spoken', 'paper', 'bot', 'import']),
      // What was told before it was given; whoever takes something back is told nothing.
      wording_version: optional(textColumn({ longest: 40 })),
      wording_language: optional(oneOfColumn(['uz', 'ru', 'en'])),
      person_id: optional(idColumn()),
      at: instantColumn(),
    },
    primaryKey: ['act_id', 'kind', 'purpose', 'channel'],
    clustered: true,
    checks: {
      messages_have_channel: "(purpose = 'messages') = (channel <> 'none')",
      given_has_wording:
        "kind = 'withdrawn' or (wording_version is not null and wording_language is not null)",
    },
  });
  await createIndex(db, 'consent_entry', { columns: ['customer_id', 'at'] });
  // Few take something back, and whoever asks who may be written to looks for exactly them.
  await createIndex(db, 'consent_entry', { columns: ['channel'], where: "kind = 'withdrawn'" });
  await carryOver(db as Kysely<FormerTables>);
  await appendOnly(db, 'consent_entry');
  await dropTable(db, 'consent_withdrawal');
  await dropTable(db, 'consent');
}

/** The wording of that time spoke of messages to the phone: an SMS or a call. Every word is kept under its id. */
const formerSubjects = [
  { purpose: 'profile', channel: 'none' },
  { purpose: 'messages', channel: 'sms' },
  { purpose: 'messages', channel: 'phone' },
] as const;

async function carryOver(db: Kysely<FormerTables>): Promise<void> {
  const columns = ['act_id', 'kind', 'purpose', 'channel', 'customer_id', 'how'] as const;
  for (const { purpose, channel } of formerSubjects) {
    await db
      .insertInto('consent_entry')
      .columns([...columns, 'wording_version', 'wording_language', 'person_id', 'at'])
      .expression((eb) =>
        eb
          .selectFrom('consent')
          .select(({ ref, val }) => [
            ref('consent.id').as('act_id'),
            val('given').as('kind'),
            ref('consent.purpose').as('purpose'),
            val(channel as string).as('channel'),
            ref('consent.customer_id').as('customer_id'),
            ref('consent.how').as('how'),
            ref('consent.wording_version').as('wording_version'),
            ref('consent.wording_language').as('wording_language'),
            ref('consent.person_id').as('person_id'),
            ref('consent.given_at').as('at'),
          ])
          .where('consent.purpose', '=', purpose),
      )
      .execute();
    await db
      .insertInto('consent_entry')
      .columns([...columns, 'person_id', 'at'])
      .expression((eb) =>
        eb
          .selectFrom('consent_withdrawal')
          .innerJoin('consent', 'consent.id', 'consent_withdrawal.consent_id')
          .select(({ ref, val }) => [
            ref('consent.id').as('act_id'),
            val('withdrawn').as('kind'),
            ref('consent.purpose').as('purpose'),
            val(channel as string).as('channel'),
            ref('consent.customer_id').as('customer_id'),
            val('spoken').as('how'),
            ref('consent_withdrawal.person_id').as('person_id'),
            ref('consent_withdrawal.withdrawn_at').as('at'),
          ])
          .where('consent.purpose', '=', purpose),
      )
      .execute();
  }
}

/** The tables as they stand here, for the rows that are carried over. */
interface FormerTables {
  consent: {
    id: string;
    customer_id: string;
    purpose: string;
    wording_version: string;
    wording_language: string;
    how: string;
    person_id: string | null;
    given_at: string;
  };
  consent_withdrawal: { consent_id: string; person_id: string | null; withdrawn_at: string };
  consent_entry: {
    act_id: string;
    kind: string;
    purpose: string;
    channel: string;
    customer_id: string;
    how: string;
    wording_version: string | null;
    wording_language: string | null;
    person_id: string | null;
    at: string;
  };
}
