/** The bonus programme beyond lots: rules, tiers, deeds, stamps, challenges, draws, contests, charity, corrections. */
import type { Kysely } from 'kysely';
import {
  basisPointsColumn,
  businessDayColumn,
  flagColumn,
  idColumn,
  idOf,
  instantColumn,
  jsonColumn,
  oneOfColumn,
  optional,
  signedSomColumn,
  somColumn,
  textColumn,
  totalSomColumn,
  wholeNumber,
} from '../columns.ts';
import { sumBonusMonths, sumPaidDays } from '../loyaltySums.ts';
import { addColumns, appendOnly, createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await customerColumns(db);
  await correctionTable(db);
  await programmeTables(db);
  await deedTables(db);
  await stampTables(db);
  await challengeTables(db);
  await drawTables(db);
  await contestTables(db);
  await charityTables(db);
  await sumPaidDays(db);
  await sumBonusMonths(db);
}

/** Who a merged customer is now, and cards that no longer stand for anybody. */
async function customerColumns(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, 'customer', { merged_into_id: optional(idColumn()) });
  await createIndex(db, 'customer', { columns: ['merged_into_id'], where: 'merged_into_id is not null' });
  await addColumns(db, 'card', {
    blocked_at: optional(instantColumn()),
    /** The number of the card that was given in its place. */
    replaced_by: optional(textColumn({ longest: 20 })),
  });
}

async function correctionTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'correction', {
    columns: {
      id: idColumn(),
      account_kind: textColumn({ longest: 40 }),
      subject_id: textColumn({ longest: 80 }),
      customer_id: optional(idOf('customer')),
      amount_som: signedSomColumn(),
      reason: textColumn({ longest: 200 }),
      person_id: idOf('person'),
      approver_id: optional(idOf('person')),
      /** Done where nobody was there to approve: the owner sees it first. */
      is_alone: flagColumn(),
      business_day: businessDayColumn(),
      corrected_at: instantColumn(),
      seen_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'correction', { columns: ['corrected_at'] });
  await createIndex(db, 'correction', { columns: ['is_alone'], where: 'is_alone = 1 and seen_at is null' });
  await appendOnly(db, 'correction', { mayChange: ['seen_at', 'customer_id'] });
}

async function programmeTables(db: Kysely<unknown>): Promise<void> {
  /** Why a lot was given, where it was not a sale's own: the kind of deed, `referral`, `correction`. */
  await addColumns(db, 'bonus_lot', { reason: optional(textColumn({ longest: 40 })) });
  // All movements of one customer, and a customer who becomes another, need the lots that are empty too.
  await createIndex(db, 'bonus_lot', { columns: ['holder_id'] });
  await createTable(db, 'earning_rule', {
    columns: {
      id: idColumn(),
      /** In the order in which the owner wrote them. */
      position: wholeNumber(),
      kind: oneOfColumn(['times', 'neverEarns', 'neverPaid']),
      scope_json: jsonColumn(),
      times_basis_points: optional(wholeNumber({ least: 0, most: 1_000_000 })),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'tier', {
    columns: {
      id: idColumn(),
      name_json: jsonColumn(),
      from_som: somColumn(),
      discount_basis_points: basisPointsColumn(),
      bonus_basis_points: optional(basisPointsColumn()),
      privilege_json: jsonColumn(),
      /** A tier that was taken away stays for the receipts that name it. */
      is_active: flagColumn(),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'customer_paid_day', {
    columns: {
      customer_id: idOf('customer'),
      business_day: businessDayColumn(),
      paid_som: signedSomColumn(),
    },
    primaryKey: ['customer_id', 'business_day'],
    clustered: true,
  });
  await createTable(db, 'bonus_month', {
    columns: {
      month: textColumn({ longest: 7 }),
      kind: textColumn({ longest: 20 }),
      amount_som: totalSomColumn(),
    },
    primaryKey: ['month', 'kind'],
    clustered: true,
  });
}

async function deedTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'deed', {
    columns: {
      kind: textColumn({ longest: 20 }),
      is_on: flagColumn(),
      bonus_som: somColumn(),
      expiry_days: wholeNumber({ most: 3650 }),
      times_a_day: optional(wholeNumber({ least: 1, most: 100 })),
      times_in_all: optional(wholeNumber({ least: 1, most: 10_000 })),
      changed_at: instantColumn(),
    },
    primaryKey: ['kind'],
  });
  await createTable(db, 'deed_given', {
    columns: {
      id: idColumn(),
      kind: textColumn({ longest: 20 }),
      customer_id: idOf('customer'),
      /** What it was given for, so that nothing is given twice: `first`, the year of a birthday, its own id. */
      occasion: textColumn({ longest: 80 }),
      /** The sale that a first purchase was. */
      sale_id: optional(idColumn()),
      amount_som: somColumn(),
      lot_id: optional(idOf('bonus_lot')),
      note: textColumn({ longest: 300 }),
      /** The day on which the customer allowed the shop to publish a photo. */
      permission_on: optional(businessDayColumn()),
      person_id: optional(idOf('person')),
      business_day: businessDayColumn(),
      given_at: instantColumn(),
      /** The day on which all of the first purchase came back. */
      taken_back_on: optional(businessDayColumn()),
    },
    primaryKey: ['id'],
    unique: [['customer_id', 'kind', 'occasion']],
  });
  await createIndex(db, 'deed_given', { columns: ['business_day', 'kind'] });
  await createIndex(db, 'deed_given', { columns: ['sale_id'], where: 'sale_id is not null' });
  await appendOnly(db, 'deed_given', { mayChange: ['customer_id', 'occasion', 'taken_back_on'] });
}

async function stampTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'stamp_card', {
    columns: {
      id: idColumn(),
      name_json: jsonColumn(),
      scope_json: jsonColumn(),
      needed: wholeNumber({ least: 1, most: 100 }),
      valid_days: wholeNumber({ most: 3650 }),
      reward_json: jsonColumn(),
      is_active: flagColumn(),
      created_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'stamp_balance', {
    columns: {
      stamp_card_id: idOf('stamp_card'),
      customer_id: idOf('customer'),
      stamps: wholeNumber(),
      /** Full cards whose free piece was not taken yet. */
      full_cards: wholeNumber(),
      last_on: optional(businessDayColumn()),
    },
    primaryKey: ['customer_id', 'stamp_card_id'],
    clustered: true,
  });
  await createTable(db, 'stamp_move', {
    columns: {
      id: idColumn(),
      stamp_card_id: idOf('stamp_card'),
      customer_id: idOf('customer'),
      stamps: wholeNumber({ least: -1_000_000 }),
      full_cards: wholeNumber({ least: -1_000_000 }),
      reason: oneOfColumn(['sale', 'promotion', 'full', 'used', 'lapsed', 'takenBack', 'merged']),
      document_id: textColumn({ longest: 80 }),
      business_day: businessDayColumn(),
      moved_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'stamp_move', { columns: ['customer_id', 'stamp_card_id'] });
  await createIndex(db, 'stamp_move', { columns: ['document_id'] });
  await createIndex(db, 'stamp_move', { columns: ['stamp_card_id', 'business_day'] });
  await appendOnly(db, 'stamp_move', { mayChange: ['customer_id'] });
}

async function challengeTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'challenge', {
    columns: {
      id: idColumn(),
      name_json: jsonColumn(),
      goal_json: jsonColumn(),
      within_days: wholeNumber({ least: 1, most: 366 }),
      from_on: businessDayColumn(),
      to_on: businessDayColumn(),
      reward_json: jsonColumn(),
      /** The badge that whoever reaches it may wear; null for none. */
      badge_json: optional(jsonColumn()),
      ended_at: optional(instantColumn()),
      created_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'challenge_reached', {
    columns: {
      challenge_id: idOf('challenge'),
      customer_id: idOf('customer'),
      document_id: textColumn({ longest: 80 }),
      business_day: businessDayColumn(),
      reached_at: instantColumn(),
    },
    primaryKey: ['challenge_id', 'customer_id'],
  });
  await createIndex(db, 'challenge_reached', { columns: ['customer_id'] });
  /** What a full stamp card or a reached challenge brought beside free pieces. */
  await createTable(db, 'game_reward', {
    columns: {
      id: idColumn(),
      customer_id: idOf('customer'),
      source: oneOfColumn(['stamps', 'challenge']),
      source_id: idColumn(),
      document_id: textColumn({ longest: 80 }),
      /** The bonus that was given; 0 where it was a coupon. */
      amount_som: somColumn(),
      lot_id: optional(idOf('bonus_lot')),
      series_id: optional(idOf('coupon_series')),
      business_day: businessDayColumn(),
      given_at: instantColumn(),
      /** When it was taken back with the goods. */
      taken_back_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'game_reward', { columns: ['document_id'] });
  await createIndex(db, 'game_reward', { columns: ['customer_id'] });
  await appendOnly(db, 'game_reward', { mayChange: ['customer_id', 'taken_back_at'] });
}

async function drawTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'draw', {
    columns: {
      id: idColumn(),
      name_json: jsonColumn(),
      from_on: businessDayColumn(),
      to_on: businessDayColumn(),
      /** One ticket for every so many so'm; null where only promotions give tickets. */
      each_som: optional(somColumn()),
      scope_json: jsonColumn(),
      prizes_json: jsonColumn(),
      is_once_per_customer: flagColumn(),
      /** Published before the first ticket; the seed stays in the till until the draw. */
      commitment: textColumn({ longest: 64 }),
      seed: textColumn({ longest: 64 }),
      state: oneOfColumn(['open', 'drawn', 'cancelled']),
      ticket_count: wholeNumber(),
      drawn_at: optional(instantColumn()),
      created_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'draw_ticket', {
    columns: {
      draw_id: idOf('draw'),
      ticket_no: wholeNumber({ least: 1 }),
      customer_id: idOf('customer'),
      document_id: textColumn({ longest: 80 }),
      business_day: businessDayColumn(),
      /** Taken back with the goods. */
      is_void: flagColumn(),
    },
    primaryKey: ['draw_id', 'ticket_no'],
    clustered: true,
  });
  await createIndex(db, 'draw_ticket', { columns: ['customer_id'] });
  await createIndex(db, 'draw_ticket', { columns: ['document_id'] });
  await appendOnly(db, 'draw_ticket', { mayChange: ['customer_id', 'is_void'] });
  await createTable(db, 'draw_winner', {
    columns: {
      draw_id: idOf('draw'),
      place: wholeNumber({ least: 1 }),
      ticket_no: wholeNumber({ least: 1 }),
      customer_id: idOf('customer'),
      prize: jsonColumn(),
      handed_at: optional(instantColumn()),
    },
    primaryKey: ['draw_id', 'place'],
    clustered: true,
  });
}

async function contestTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'contest', {
    columns: {
      id: idColumn(),
      name_json: jsonColumn(),
      kind: oneOfColumn(['photo', 'guess', 'mostStamps']),
      from_on: businessDayColumn(),
      to_on: businessDayColumn(),
      prizes_json: jsonColumn(),
      stamp_card_id: optional(idOf('stamp_card')),
      /** The right answer of a guess, known when it closes. */
      answer: optional(wholeNumber()),
      state: oneOfColumn(['open', 'closed']),
      created_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'contest_entry', {
    columns: {
      id: idColumn(),
      contest_id: idOf('contest'),
      customer_id: idOf('customer'),
      note: textColumn({ longest: 300 }),
      guess: optional(wholeNumber()),
      /** What the jury gave. */
      points: optional(wholeNumber({ most: 1000 })),
      /** The customer agreed to stand in the shop's table with the first name. */
      is_shown: flagColumn(),
      place: optional(wholeNumber({ least: 1 })),
      entered_by: idOf('person'),
      entered_at: instantColumn(),
    },
    primaryKey: ['id'],
    unique: [['contest_id', 'customer_id']],
  });
}

async function charityTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'fund', {
    columns: {
      id: idColumn(),
      name_json: jsonColumn(),
      is_active: flagColumn(),
      created_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'donation', {
    columns: {
      id: idColumn(),
      fund_id: idOf('fund'),
      /** Above zero what came in, below what was paid out or given back. */
      kind: oneOfColumn(['roundUp', 'bonus', 'shop', 'paidOut', 'givenBack']),
      amount_som: signedSomColumn(),
      customer_id: optional(idOf('customer')),
      sale_id: optional(idColumn()),
      note: textColumn({ longest: 200 }),
      person_id: optional(idOf('person')),
      business_day: businessDayColumn(),
      given_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'donation', { columns: ['business_day'] });
  await createIndex(db, 'donation', { columns: ['sale_id'], where: 'sale_id is not null' });
  await appendOnly(db, 'donation', { mayChange: ['customer_id'] });
}
