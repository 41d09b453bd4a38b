/** The verb report.bonusSigns: patterns in earning and spending that the owner may look at. */
import { som } from '../../shared/money.ts';
import {
  type Doing,
  farMoreThanOthers,
  type Meeting,
  manyInADay,
  rareMeetings,
  type Standing,
  sameCashierAndCard,
} from '../../shared/report/bonusSigns.ts';
import { reportContract } from '../../shared/report/contract.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { TillParts } from '../parts.ts';
import { activePeople, namesOf } from '../staff/queries.ts';
import { readingVerb, type VerbAnswer } from '../verb.ts';
import {
  attachedPairs,
  correctedAlone,
  deedPairs,
  namesOfCustomers,
  receiptPairs,
  receiptsInADay,
  spentLoose,
} from './bonusSignQueries.ts';
import { nameShown } from './nameShown.ts';

type Sign = VerbAnswer<typeof reportContract.bonusSigns>['signs'][number];

/** A sign while its people are still ids. */
interface FoundSign {
  readonly kind: Sign['kind'];
  readonly personId: string | null;
  readonly customerId: string | null;
  readonly times: number;
  readonly usualTimes: number;
  readonly sumSom: number;
  readonly lastOn: string;
}

/** Fewer attachments or deeds between the same two people are everyday. */
const fewestRare = 3;
const signsShown = 50;

export const bonusSigns = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.bonusSigns, async (scope, { days }) => {
    const database = parts.database();
    const today = await businessDayNow(database.db, scope);
    const since = addDays(today, 1 - days);
    const found = [
      ...(await pairsOfReceipts(database, since)),
      ...(await crowdedDays(database, since)),
      ...(await withoutCard(database, since)),
      ...(await rarePairs(database, since)),
      ...(await aloneCorrections(database, since)),
    ];
    return { signs: await named(database, found.slice(0, signsShown)) };
  });

/** What a row of two people tells beside how often they met. */
interface PairRow {
  readonly person_id: string | null;
  readonly customer_id: string | null;
  readonly times: number;
  readonly sum_som: number;
  readonly last_on: string;
}

function meetingsOf(rows: readonly PairRow[]): ReadonlyMap<Meeting, PairRow> {
  return new Map(
    rows.flatMap((row): [Meeting, PairRow][] =>
      row.person_id === null || row.customer_id === null
        ? []
        : [[{ personId: row.person_id, customerId: row.customer_id, times: row.times }, row]],
    ),
  );
}

function signOf(kind: Sign['kind'], standing: Standing<Meeting | Doing>, row: PairRow): FoundSign {
  const { times, usualTimes } = standing;
  return {
    kind,
    personId: row.person_id,
    customerId: row.customer_id,
    times,
    usualTimes,
    sumSom: row.sum_som,
    lastOn: row.last_on,
  };
}

async function pairsOfReceipts(database: Database, since: BusinessDay): Promise<readonly FoundSign[]> {
  const rows = meetingsOf(await readHeavy(database, receiptPairs(database.db, since)));
  return sameCashierAndCard([...rows.keys()]).flatMap((standing) => {
    const row = rows.get(standing.of);
    return row === undefined ? [] : [signOf('sameCashierAndCard', standing, row)];
  });
}

/** Nobody is at fault for a day like this: it names the card only. */
async function crowdedDays(database: Database, since: BusinessDay): Promise<readonly FoundSign[]> {
  const rows = await readHeavy(database, receiptsInADay(database.db, since, manyInADay));
  return rows.map((row) => ({
    kind: 'manyInADay',
    personId: null,
    customerId: row.customer_id,
    times: row.times,
    usualTimes: 1,
    sumSom: row.sum_som,
    lastOn: row.business_day,
  }));
}

async function withoutCard(database: Database, since: BusinessDay): Promise<readonly FoundSign[]> {
  const { db } = database;
  const rows = await readHeavy(database, spentLoose(db, since));
  const people = await activePeople(db);
  const doings = rows.map((row): Doing => ({ personId: row.person_id, times: row.times }));
  return farMoreThanOthers(doings, people.length).flatMap((standing) => {
    const row = rows.find((each) => each.person_id === standing.of.personId);
    return row === undefined ? [] : [signOf('spentWithoutCard', standing, { ...row, customer_id: null })];
  });
}

async function rarePairs(database: Database, since: BusinessDay): Promise<readonly FoundSign[]> {
  const { db } = database;
  const kinds = [
    ['attachedLater', attachedPairs(db, since)],
    ['manyDeeds', deedPairs(db, since)],
  ] as const;
  const signs: FoundSign[] = [];
  for (const [kind, query] of kinds) {
    const rows = meetingsOf(await readHeavy(database, query));
    for (const standing of rareMeetings([...rows.keys()], fewestRare)) {
      const row = rows.get(standing.of);
      if (row !== undefined) signs.push(signOf(kind, standing, row));
    }
  }
  return signs;
}

async function aloneCorrections(database: Database, since: BusinessDay): Promise<readonly FoundSign[]> {
  const rows = await readHeavy(database, correctedAlone(database.db, since));
  return rows.map((row) => ({
    kind: 'correctedAlone',
    personId: row.person_id,
    customerId: null,
    times: row.times,
    usualTimes: 0,
    sumSom: row.sum_som,
    lastOn: row.last_on,
  }));
}

async function named(database: Database, found: readonly FoundSign[]): Promise<Sign[]> {
  const { db } = database;
  const idsOf = (key: 'personId' | 'customerId') => [
    ...new Set(found.flatMap((sign) => (sign[key] === null ? [] : [sign[key]]))),
  ];
  const people = await namesOf(db, idsOf('personId'));
  const customerIds = idsOf('customerId');
  const customers = new Map(
    (customerIds.length === 0 ? [] : await readHeavy(database, namesOfCustomers(db, customerIds))).map(
      (row) => [row.id, nameShown(row)],
    ),
  );
  return found.map(({ personId, customerId, sumSom, lastOn, ...sign }) => ({
    ...sign,
    personName: personId === null ? null : (people.get(personId) ?? ''),
    customerId,
    customerName: customerId === null ? null : (customers.get(customerId) ?? ''),
    sumSom: som(Math.abs(sumSom)),
    lastOn: lastOn as BusinessDay,
  }));
}
