/** The ledger of consents: giving, taking back, whom the shop may write to, and the paper to sign. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { consentPaper } from '../../../electron/customer/consentPaper.ts';
import {
  type ConsentAct,
  everybodyWhoConsented,
  mayWrite,
  whoConsented,
  writeConsents,
} from '../../../electron/customer/consents.ts';
import {
  consents,
  giveConsent,
  tellWording,
  withdrawConsent,
} from '../../../electron/customer/consentVerbs.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { transact } from '../../../electron/database/transact.ts';
import {
  type ConsentSubject,
  consentChannels,
  consentSubjects,
  consentVersion,
  consentWording,
} from '../../../shared/customer/consent.ts';
import { previewOf } from '../../../shared/receipt/preview.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { languages } from '../../../shared/text.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';

let world: RoomWorld;
beforeEach(async () => {
  world = await roomWorld();
});

const made = (phone: string, consentMessages = false) =>
  world.ask(createCustomer, {
    phone,
    name: 'Nodira',
    language: null,
    consentProfile: true,
    consentMessages,
    consentVersion,
    consentLanguage: 'uz',
    cardNumber: null,
  });
const give = (customerId: string, subjects: ConsentSubject[], how: 'spoken' | 'paper' = 'spoken') =>
  world.ask(
    giveConsent,
    { customerId, subjects, how, wordingVersion: consentVersion, wordingLanguage: 'ru' },
    'cashier',
  );
const takeBack = (customerId: string, subjects: ConsentSubject[]) =>
  world.ask(withdrawConsent, { customerId, subjects }, 'cashier');
const standing = async (customerId: string) => {
  const { now } = await world.ask(consents, { customerId });
  return [...(now.profile ? ['profile'] : []), ...consentChannels.filter((channel) => now.channels[channel])];
};
const day = (number: number) => `2026-12-${String(number).padStart(2, '0')}T08:00:00.000Z` as Instant;

describe('a consent', () => {
  test('to e-mail is given apart, on paper, in the words and the language that were told', async () => {
    const { customer } = await made('90 123 45 67');
    world.setClock(day(1));
    await give(customer.id, ['email'], 'paper');
    expect(await standing(customer.id)).toEqual(['profile', 'email']);
    const { acts } = await world.ask(consents, { customerId: customer.id });
    expect(acts[0]).toEqual({
      id: expect.any(String),
      kind: 'given',
      subjects: ['email'],
      at: day(1),
      how: 'paper',
      personName: 'Sardor',
      wording: { version: consentVersion, language: 'ru' },
    });
    expect(world.documents.at(-1)).toMatchObject({ kind: 'consentGiven', customerId: customer.id });
  });

  test('to messages needs the profile: without it nobody may keep the number', async () => {
    const { customer } = await made('90 123 45 67');
    world.setClock(day(1));
    await takeBack(customer.id, ['profile']);
    const asked = { customerId: customer.id, how: 'spoken', wordingVersion: consentVersion } as const;
    const refused = await world.refusal(giveConsent, { ...asked, subjects: ['sms'], wordingLanguage: 'uz' });
    expect(refused.code).toBe('ProfileConsentNeeded');
    world.setClock(day(2));
    await give(customer.id, ['profile', 'sms']);
    expect(await standing(customer.id)).toEqual(['profile', 'sms']);
  });

  test('in words that nobody ever told is refused', async () => {
    const { customer } = await made('90 123 45 67');
    const asked = { customerId: customer.id, subjects: ['sms' as const], how: 'spoken' as const };
    for (const wordingVersion of ['', '1999-01', 'toString']) {
      const refused = await world.refusal(giveConsent, { ...asked, wordingVersion, wordingLanguage: 'uz' });
      expect(refused.code).toBe('NotFound');
    }
  });
});

describe('taking back', () => {
  test('one channel ends that channel and stays on record with who heard it', async () => {
    const { customer } = await made('90 123 45 67', true);
    world.setClock(day(1));
    await takeBack(customer.id, ['sms']);
    expect(await standing(customer.id)).toEqual(['profile', 'telegram', 'phone']);
    const { acts } = await world.ask(consents, { customerId: customer.id });
    expect(acts.map(({ kind, subjects }) => [kind, ...subjects])).toEqual([
      ['withdrawn', 'sms'],
      ['given', 'profile', 'sms', 'telegram', 'phone'],
    ]);
    expect(acts[0]).toMatchObject({ personName: 'Sardor', wording: null, how: 'spoken' });
  });

  test('the profile takes everything back in one act, and a second time leaves no second record', async () => {
    const { customer } = await made('90 123 45 67', true);
    world.setClock(day(1));
    await takeBack(customer.id, ['profile']);
    await takeBack(customer.id, ['profile']);
    expect(await standing(customer.id)).toEqual([]);
    const records = world.documents.filter(({ kind }) => kind === 'consentWithdrawn');
    expect(records.map(({ content }) => content)).toEqual([
      { customerId: customer.id, consents: ['profile', 'sms', 'telegram', 'phone'], how: 'spoken' },
    ]);
  });

  test('is nobody else’s: another customer keeps theirs', async () => {
    const { customer } = await made('90 123 45 67', true);
    const other = await made('93 765 43 21', true);
    world.setClock(day(1));
    await takeBack(customer.id, ['profile']);
    expect(await standing(other.customer.id)).toEqual(['profile', 'sms', 'telegram', 'phone']);
  });

  test('holds for the whole person, when two turn out to be one', async () => {
    const one = await made('90 123 45 67', true);
    const other = await made('93 765 43 21', true);
    world.setClock(day(1));
    await takeBack(other.customer.id, ['sms']);
    await world.ask(mergeCustomers, { intoId: one.customer.id, fromId: other.customer.id });
    expect(await standing(one.customer.id)).toEqual(['profile', 'telegram', 'phone']);
    expect(await mayWrite(world.db, [one.customer.id], 'sms')).toEqual(new Set());
    expect(await mayWrite(world.db, [one.customer.id], 'phone')).toEqual(new Set([one.customer.id]));
  });
});

test('the engine itself refuses to change or delete what was agreed to', async () => {
  await made('90 123 45 67');
  await expect(world.db.deleteFrom('consent_entry').execute()).rejects.toThrow('append-only');
  const update = world.db.updateTable('consent_entry').set({ kind: 'withdrawn' });
  await expect(update.execute()).rejects.toThrow('append-only');
});

test('a group of the whole shop has exactly those whom the rule allows, merged people included', async () => {
  const ids: string[] = [];
  for (const last of ['01', '02', '03', '04']) ids.push((await made(`90 123 45 ${last}`)).customer.id);
  const said = fc.record({
    customer: fc.nat({ max: 3 }),
    kind: fc.constantFrom('given' as const, 'withdrawn' as const),
    subjects: fc.subarray([...consentSubjects], { minLength: 1 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  await world.ask(mergeCustomers, { intoId: ids[0] ?? '', fromId: ids[1] ?? '' });
  await fc.assert(
    fc.asyncProperty(fc.array(said, { maxLength: 6 }), async (acts) => {
      await transact(world.db, async (trx) => {
        for (const act of acts) await writeConsents(trx, actOf(ids[act.customer] ?? '', act));
      });
      for (const asked of [...consentSubjects, 'messages'] as const) {
        const everybody = await everybodyWhoConsented(world.db, asked).execute();
        const named = everybody.map(({ id }) => id).sort();
        expect(named).toEqual([...(await whoConsented(world.db, ids, asked))].sort());
      }
    }),
    { numRuns: 40 },
  );
});

function actOf(
  customerId: string,
  act: { kind: 'given' | 'withdrawn'; subjects: readonly ConsentSubject[]; day: number },
): ConsentAct {
  const wording = act.kind === 'given' ? { version: consentVersion, language: 'uz' as const } : null;
  return {
    id: world.newId(),
    kind: act.kind,
    customerId,
    subjects: act.subjects,
    how: 'spoken',
    wording,
    personId: null,
    at: day(act.day),
  };
}

test('an old wording is told again as it was', async () => {
  const told = await world.ask(tellWording, { language: 'uz', version: '2026-11' });
  expect(told).toEqual({ version: '2026-11', ...consentWording('2026-11', 'uz') });
  expect((await world.ask(tellWording, { language: 'en' })).version).toBe(consentVersion);
});

describe('the paper', () => {
  test.each(languages)(
    'in %s has the words, an empty box for each channel and two lines to sign',
    (language) => {
      const wording = consentWording(consentVersion, language) ?? { profile: '', messages: '' };
      const blocks = consentPaper({
        shopName: 'Obod',
        language,
        day: businessDay('2026-11-22'),
        name: 'Nodira Karimova',
        phone: '+998901234567',
        version: consentVersion,
        wording,
      });
      const text = JSON.stringify(blocks);
      expect(text).toContain('Nodira Karimova');
      expect(text).toContain('+998 ** *** 45 67');
      expect(text).not.toContain('90 123');
      expect(text.split('[  ]')).toHaveLength(consentChannels.length + 1);
      expect(text.split('__________________')).toHaveLength(3);
      for (const profile of [printerProfiles.epson80, printerProfiles.pos5890]) {
        const { columns, rows } = previewOf(blocks, profile);
        for (const row of rows) if (row.kind === 'text') expect(row.text.length).toBeLessThanOrEqual(columns);
        expect(JSON.stringify(rows)).toContain('Nodira Karimova');
      }
    },
  );
});
