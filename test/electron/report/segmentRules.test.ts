/** Groups by what customers said and agreed to: the till's queries against the same rule counted by hand over the rows. */
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { countingNow } from '../../../electron/report/segmentCounting.ts';
import { segmentMembers } from '../../../electron/report/segmentMembers.ts';
import { consentChannels } from '../../../shared/customer/consent.ts';
import { type ConsentEntry, consentState, isAllowed } from '../../../shared/customer/consentState.ts';
import {
  type SegmentCondition,
  type SegmentRule,
  segmentRuleSchema,
} from '../../../shared/customer/segment.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import { addDays, businessDay } from '../../../shared/time.ts';
import { type Counter, openCounter } from '../sale/counter.ts';

const today = businessDay('2026-11-22');
const customers = 10;

interface Said {
  readonly customerId: string;
  readonly daysAgo: number;
}
interface Complaint extends Said {
  readonly state: 'open' | 'answered' | 'closed';
}
interface Answer extends Said {
  readonly scale: 'nps' | 'satisfaction';
  readonly score: number;
}

let shop: Counter;
let ids: readonly string[];
const complaints: Complaint[] = [];
const answers: Answer[] = [];
const entriesOf = new Map<string, ConsentEntry[]>();

/** Numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

beforeEach(async () => {
  complaints.length = 0;
  answers.length = 0;
  shop = await openCounter({ now: '2026-11-22T06:00:00.000Z' });
  const made = [];
  for (let at = 0; at < customers; at++) made.push((await shop.cardHolder(`90111${1000 + at}`)).customerId);
  ids = [...made].sort();
  const below = numbers(7);
  for (let number = 1; number <= 14; number++) await complain(number, below);
  for (let number = 0; number < 30; number++) await answer(below);
  for (const customerId of ids) await agree(customerId, below);
  await nobodies();
}, 60_000);

const dayAgo = (days: number) => addDays(today, -days);
const someone = (below: (most: number) => number) => ids[below(ids.length)] ?? '';

async function complain(number: number, below: (most: number) => number): Promise<void> {
  const complaint: Complaint = {
    customerId: someone(below),
    daysAgo: below(120),
    state: (['open', 'answered', 'closed'] as const)[below(3)] ?? 'open',
  };
  complaints.push(complaint);
  const at = `${dayAgo(complaint.daysAgo)}T06:00:00.000Z`;
  const isClosed = complaint.state === 'closed';
  await transact(shop.db, async (trx) => {
    await trx
      .insertInto('complaint')
      .values({
        id: shop.newId(),
        till_id: shop.till.host().tillId,
        number,
        state: complaint.state,
        topic: 'quality',
        words: 'Choy nam ekan',
        reach: '',
        channel: 'shop',
        customer_id: complaint.customerId,
        person_id: shop.ownerId,
        business_day: dayAgo(complaint.daysAgo),
        opened_at: at,
        asked_at: at,
        answered_at: complaint.state === 'open' ? null : at,
        outcome: isClosed ? 'solved' : null,
        closed_at: isClosed ? at : null,
        sale_id: null,
        line_no: null,
        product_id: null,
        seller_id: null,
        owner_id: null,
        promised_on: null,
        escalated_at: null,
      })
      .execute();
  });
}

async function answer(below: (most: number) => number): Promise<void> {
  const scale = below(2) === 0 ? 'nps' : 'satisfaction';
  const score = scale === 'nps' ? below(11) : 1 + below(5);
  const given: Answer = { customerId: someone(below), daysAgo: below(120), scale, score };
  answers.push(given);
  await transact(shop.db, async (trx) => {
    await trx
      .insertInto('feedback')
      .values({
        id: shop.newId(),
        kind: scale,
        score,
        reason: null,
        words: '',
        channel: 'shop',
        sale_id: null,
        customer_id: given.customerId,
        person_id: null,
        business_day: dayAgo(given.daysAgo),
        given_at: `${dayAgo(given.daysAgo)}T06:00:00.000Z`,
      })
      .execute();
  });
}

/** What was said at the registration, then some channels given and some taken back. */
async function agree(customerId: string, below: (most: number) => number): Promise<void> {
  const first = await shop.db
    .selectFrom('consent_entry')
    .select(['kind', 'channel', 'at'])
    .where('customer_id', '=', customerId)
    .execute();
  const entries = first.map(({ kind, channel, at }): ConsentEntry => {
    return { kind, subject: channel === 'none' ? 'profile' : channel, at };
  });
  for (let minute = 10; minute < 16; minute++) {
    const subject = consentChannels[below(consentChannels.length)] ?? 'sms';
    const kind = below(3) === 0 ? 'withdrawn' : 'given';
    const at = `2026-11-22T06:${minute}:00.000Z`;
    entries.push({ kind, subject, at });
    await transact(shop.db, async (trx) => {
      await trx
        .insertInto('consent_entry')
        .values({
          act_id: shop.newId(),
          kind,
          purpose: 'messages',
          channel: subject,
          customer_id: customerId,
          how: 'spoken',
          wording_version: kind === 'given' ? '2026-11' : null,
          wording_language: kind === 'given' ? 'uz' : null,
          person_id: null,
          at,
        })
        .execute();
    });
  }
  entriesOf.set(customerId, entries);
}

/** One who was erased, one whom a withdrawn import had brought: no group may know them. */
async function nobodies(): Promise<void> {
  for (const column of ['erased_at', 'withdrawn_at'] as const) {
    const { customerId } = await shop.cardHolder(column === 'erased_at' ? '901119998' : '901119999');
    await transact(shop.db, async (trx) => {
      await trx
        .updateTable('customer')
        .set({ [column]: '2026-11-22T06:00:00.000Z' })
        .where('id', '=', customerId)
        .execute();
    });
  }
}

/** The rule by hand: a plain look through the rows for one customer. */
function fits(customerId: string, condition: SegmentCondition): boolean {
  const isIn = (days: number | null, { daysAgo }: Said) => days === null || daysAgo < days;
  const found = () => {
    switch (condition.kind) {
      case 'complaint':
        return complaints.some(
          (each) =>
            each.customerId === customerId &&
            isIn(condition.withinDays, each) &&
            (condition.state === 'any' || each.state !== 'closed'),
        );
      case 'feedback':
        return answers.some(
          (each) =>
            each.customerId === customerId &&
            each.scale === condition.scale &&
            each.score >= condition.from &&
            each.score <= condition.to &&
            isIn(condition.withinDays, each),
        );
      case 'consent': {
        const state = consentState(entriesOf.get(customerId) ?? []);
        return isAllowed(
          state,
          condition.purpose === 'profile' ? 'profile' : (condition.channel ?? 'messages'),
        );
      }
      default:
        throw new Error(condition.kind);
    }
  };
  return found() !== condition.isNot;
}

const withinDays = fc.option(fc.integer({ min: 1, max: 130 }), { nil: null });
const isNot = fc.boolean();
const condition = fc.oneof(
  fc.record({ kind: fc.constant('complaint'), isNot, state: fc.constantFrom('open', 'any'), withinDays }),
  fc.record({
    kind: fc.constant('feedback'),
    isNot,
    scale: fc.constantFrom('nps', 'satisfaction'),
    from: fc.integer({ min: 0, max: 10 }),
    to: fc.integer({ min: 0, max: 10 }),
    withinDays,
  }),
  fc.record({
    kind: fc.constant('consent'),
    isNot,
    purpose: fc.constantFrom('profile', 'messages'),
    channel: fc.option(fc.constantFrom(...consentChannels), { nil: null }),
  }),
);
const rules = fc
  .record({ match: fc.constantFrom('all', 'any'), conditions: fc.array(condition, { maxLength: 4 }) })
  .map((rule) => segmentRuleSchema.parse(rule));

async function membersNow(rule: SegmentRule): Promise<readonly string[]> {
  const { database } = shop.till.parts;
  return segmentMembers(await countingNow(database(), { settings: defaultSettings, today }), rule);
}

test('the till finds exactly those whom a look through the rows finds, in every rule', async () => {
  await fc.assert(
    fc.asyncProperty(rules, async (rule) => {
      const byHand = ids.filter((id) => {
        const each = rule.conditions.map((one) => fits(id, one));
        if (each.length === 0) return true;
        return rule.match === 'all' ? each.every(Boolean) : each.some(Boolean);
      });
      expect(await membersNow(rule)).toEqual(byHand);
    }),
    { numRuns: 120 },
  );
});

test('the rows are no trivial ones: every condition divides the customers', () => {
  const some = (one: object) =>
    ids.filter((id) =>
      fits(id, segmentRuleSchema.parse({ conditions: [one] }).conditions[0] as SegmentCondition),
    ).length;
  for (const one of [
    { kind: 'complaint', state: 'open', withinDays: 90 },
    { kind: 'feedback', scale: 'nps', from: 0, to: 6, withinDays: 90 },
    { kind: 'consent', purpose: 'messages', channel: 'telegram' },
  ]) {
    expect(some(one)).toBeGreaterThan(0);
    expect(some(one)).toBeLessThan(customers);
  }
});

test('whoever was erased, and whoever an import brought that was taken back, is in no group', async () => {
  expect(await membersNow(segmentRuleSchema.parse({ conditions: [] }))).toEqual(ids);
});
