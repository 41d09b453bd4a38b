/** Deeds: which are rewarded, how often, and for whom a birthday is near. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deedKinds, deedSchema } from '../../../shared/loyalty/deedContract.ts';
import {
  birthdaysAround,
  birthdayYear,
  type DeedAsked,
  defaultDeed,
  judgeDeed,
} from '../../../shared/loyalty/deeds.ts';
import { addDays, businessDay } from '../../../shared/time.ts';

const today = businessDay('2026-11-22');
const deed = { ...defaultDeed('review'), isOn: true, timesADay: 2, timesInAll: 5 };
const asked: DeedAsked = {
  kind: 'review',
  isRegistered: true,
  note: 'maps.uz/r/1',
  permissionOn: null,
  timesToday: 0,
  timesEver: 0,
  day: today,
};
const codeOf = (different: Partial<DeedAsked>, changed = {}) =>
  judgeDeed({ ...deed, ...changed }, { ...asked, ...different })?.refused ?? 'given';

describe('a deed by hand', () => {
  it('is rewarded when everything is there', () => {
    expect(codeOf({})).toBe('given');
  });

  it.each<[string, Partial<DeedAsked>, object, string]>([
    ['that is switched off', {}, { isOn: false }, 'DeedOff'],
    ['of a card without a phone', { isRegistered: false }, {}, 'NeedsPhone'],
    ['without a word on where it is', { note: '' }, {}, 'DeedNoteNeeded'],
    ['for the third time today', { timesToday: 2, timesEver: 2 }, {}, 'DeedTooOften'],
    ['for the sixth time in all', { timesEver: 5 }, {}, 'DeedTooOften'],
    ['for the sixth time where there is no bound', { timesEver: 5 }, { timesInAll: null }, 'given'],
    ['for the third time today where there is no bound', { timesToday: 2 }, { timesADay: null }, 'given'],
    ['of packaging without a word', { kind: 'packaging', note: '' }, {}, 'given'],
    ['of one’s own bag without a word', { kind: 'ownBag', note: '' }, {}, 'given'],
    ['of a survey without a word', { kind: 'survey', note: '' }, {}, 'given'],
    ['of volunteering without a word', { kind: 'volunteering', note: '' }, {}, 'DeedNoteNeeded'],
    ['of a photo without permission', { kind: 'photo' }, {}, 'PermissionNeeded'],
    ['of a photo with permission from today', { kind: 'photo', permissionOn: today }, {}, 'given'],
    [
      'of a photo allowed from tomorrow',
      { kind: 'photo', permissionOn: addDays(today, 1) },
      {},
      'PermissionNeeded',
    ],
  ])('%s', (_what, different, changed, answer) => {
    expect(codeOf(different, changed)).toBe(answer);
  });

  it('says how often it may be done', () => {
    expect(judgeDeed(deed, { ...asked, timesToday: 2 })?.data).toEqual({ atMost: 2, per: 'day' });
    expect(judgeDeed(deed, { ...asked, timesEver: 5 })?.data).toEqual({ atMost: 5, per: 'life' });
  });
});

it('nothing is on before the owner decides, and every suggestion is one that may be saved', () => {
  for (const kind of deedKinds) {
    expect(defaultDeed(kind)).toMatchObject({ kind, isOn: false });
    expect(deedSchema.parse(defaultDeed(kind))).toEqual(defaultDeed(kind));
  }
});

describe('a birthday', () => {
  const known = (birthDate: string, usedOn: string | null = null) => ({
    birthDate: businessDay(birthDate),
    birthDateKnownSince: businessDay('2020-01-01'),
    birthdayUsedOn: usedOn === null ? null : businessDay(usedOn),
    isRegistered: true,
  });

  it.each([
    ['1990-11-25', null, '2026-11-22', '2026'],
    ['1990-11-26', null, '2026-11-22', null],
    ['1990-11-19', null, '2026-11-22', '2026'],
    ['1990-11-18', null, '2026-11-22', null],
    ['1990-01-01', null, '2026-12-29', '2027'],
    ['1990-01-01', '2026-12-29', '2027-01-02', null],
    ['1990-01-01', '2026-12-29', '2027-12-29', '2028'],
    ['1992-02-29', null, '2027-02-28', '2027'],
    ['1992-02-29', null, '2027-03-03', '2027'],
    ['1990-11-22', '2026-11-20', '2026-11-22', null],
  ])('of %s, rewarded last on %s, brings on %s the bonus of %s', (born, usedOn, day, year) => {
    expect(birthdayYear(known(born, usedOn), businessDay(day))).toBe(year);
  });

  it('brings nothing to somebody who told no date or gave no phone', () => {
    expect(birthdayYear({ ...known('1990-11-22'), birthDate: null }, today)).toBe(null);
    expect(birthdayYear({ ...known('1990-11-22'), isRegistered: false }, today)).toBe(null);
  });

  it('is never missed by the search for those that are near', () => {
    const days = fc.nat(60_000).map((away) => addDays(businessDay('1900-01-01'), away));
    const now = fc.nat(3_000).map((away) => addDays(businessDay('2026-01-01'), away));
    fc.assert(
      fc.property(days, now, (born, day) => {
        const year = birthdayYear(known(born), day);
        if (year !== null) expect(birthdaysAround(day)).toContain(born.slice(5));
      }),
      { numRuns: 2_000 },
    );
  });

  it('comes once in whatever days the till looks', () => {
    fc.assert(
      fc.property(fc.nat(1_500), fc.array(fc.nat(1_100), { minLength: 20, maxLength: 60 }), (born, looks) => {
        const birthDate = addDays(businessDay('1988-01-01'), born);
        const given = new Set<string>();
        let usedOn: string | null = null;
        for (const away of [...looks].sort((a, b) => a - b)) {
          const day = addDays(businessDay('2026-01-01'), away);
          const year = birthdayYear(known(birthDate, usedOn), day);
          if (year === null) continue;
          expect(given.has(year)).toBe(false);
          given.add(year);
          usedOn = day;
        }
      }),
    );
  });
});
