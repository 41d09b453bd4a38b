/** The verbs about consents: what a customer allows now, the words, giving, taking back, and the paper to sign. */
import type { Kysely } from 'kysely';
import {
  type ConsentSubject,
  consentChannels,
  consentSubjects,
  consentVersion,
  consentWording,
} from '../../shared/customer/consent.ts';
import type { ConsentAct } from '../../shared/customer/consentContract.ts';
import type { ConsentState } from '../../shared/customer/consentState.ts';
import { customerContract } from '../../shared/customer/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Language } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue } from '../parts.ts';
import { namesOf } from '../staff/queries.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { knownCustomer } from './about.ts';
import { printConsent } from './consentPaper.ts';
import { consentsNow, subjectOf, writeConsents } from './consents.ts';
import { personIdOf } from './create.ts';
import { everyIdOf } from './queries.ts';

const consents = readingVerb(customerContract.consents, async ({ db }, { customerId }) => {
  const { id } = await knownCustomer(db, customerId);
  return { now: await consentsNow(db, id), acts: await actsOf(db, id) };
});

const tellWording = readingVerb(
  customerContract.consentWording,
  async (_scope, { language, version = consentVersion }) => {
    const wording = consentWording(version, language);
    if (wording === null) throw new Refusal('NotFound', { what: 'consentWording' });
    return { version, ...wording };
  },
);

const giveConsent = writingVerb(customerContract.giveConsent, async (scope, input) => {
  const { trx } = scope;
  const customer = await knownCustomer(trx, input.customerId);
  if (consentWording(input.wordingVersion, input.wordingLanguage) === null) {
    throw new Refusal('NotFound', { what: 'consentWording' });
  }
  const { profile } = await consentsNow(trx, customer.id);
  if (!profile && !input.subjects.includes('profile')) throw new Refusal('ProfileConsentNeeded');

  const subjects = consentSubjects.filter((subject) => input.subjects.includes(subject));
  const document = documentOf(scope, 'consentGiven', {
    customerId: customer.id,
    consents: subjects,
    how: input.how,
    consentVersion: input.wordingVersion,
    consentLanguage: input.wordingLanguage,
  });
  await writeConsents(trx, {
    id: document.id,
    kind: 'given',
    customerId: customer.id,
    subjects,
    how: input.how,
    wording: { version: input.wordingVersion, language: input.wordingLanguage },
    personId: personIdOf(scope),
    at: scope.now,
  });
  await scope.follow({ ...document, customerId: customer.id });
  scope.changed('customer');
  return {};
});

const withdrawConsent = writingVerb(customerContract.withdrawConsent, async (scope, input) => {
  const { trx } = scope;
  const customer = await knownCustomer(trx, input.customerId);
  const subjects = endedBy(input.subjects, await consentsNow(trx, customer.id));
  // Another window was faster: the customer has what they asked for.
  if (subjects.length === 0) return {};

  const document = documentOf(scope, 'consentWithdrawn', {
    customerId: customer.id,
    consents: subjects,
    how: input.how,
  });
  await writeConsents(trx, {
    id: document.id,
    kind: 'withdrawn',
    customerId: customer.id,
    subjects,
    how: input.how,
    wording: null,
    personId: personIdOf(scope),
    at: scope.now,
  });
  await scope.follow({ ...document, customerId: customer.id });
  scope.changed('customer');
  return {};
});

/** What ends of what stands; with the profile everything does. */
function endedBy(asked: readonly ConsentSubject[], now: ConsentState): readonly ConsentSubject[] {
  const standing: readonly ConsentSubject[] = [
    ...(now.profile ? (['profile'] as const) : []),
    ...consentChannels.filter((channel) => now.channels[channel]),
  ];
  return asked.includes('profile') ? standing : standing.filter((subject) => asked.includes(subject));
}

/** Every act under any of a customer's ids, newest first. */
async function actsOf(db: Kysely<Tables>, customerId: string): Promise<ConsentAct[]> {
  const rows = await db
    .selectFrom('consent_entry')
    .selectAll()
    .where('customer_id', 'in', everyIdOf(db, customerId))
    .orderBy('at', 'desc')
    .orderBy('kind', 'desc')
    .orderBy('act_id', 'desc')
    .execute();
  const names = await namesOf(
    db,
    rows.map((row) => row.person_id).filter((id) => id !== null),
  );
  const acts = new Map<string, ConsentAct>();
  for (const row of rows) {
    const key = `${row.kind} ${row.act_id}`;
    const told = new Set([...(acts.get(key)?.subjects ?? []), subjectOf(row.channel)]);
    acts.set(key, {
      id: row.act_id,
      kind: row.kind,
      subjects: consentSubjects.filter((subject) => told.has(subject)),
      at: row.at as Instant,
      how: row.how,
      personName: names.get(row.person_id ?? '') ?? '',
      wording:
        row.wording_version === null
          ? null
          : { version: row.wording_version, language: row.wording_language as Language },
    });
  }
  return [...acts.values()];
}

/** What a screen may ask and do about consents, in one object for the router. */
export const consentVerbs = (parts: { readonly printQueue: Pick<PrintQueue, 'wake'> }) => ({
  consents,
  consentWording: tellWording,
  giveConsent,
  withdrawConsent,
  printConsent: printConsent(parts),
});

export { consents, giveConsent, tellWording, withdrawConsent };
