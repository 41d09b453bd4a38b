/** Checks of complaints: their steps tell their states, and what was given as an apology stands wherever it should. */
import { agree, type Check, type Db, none, rowsOf } from './verifyCheck.ts';

/** What was given as bonus, or as a coupon. */
function given(db: Db, kind: 'bonus' | 'coupon') {
  return db.selectFrom('compensation').where('compensation.kind', '=', kind);
}

const apologyChecks: readonly Check[] = [
  agree({
    proves: 'every bonus given as an apology moved in the ledger with the same sum',
    of: 'apologies in bonus',
    names: ['given', 'ledger'],
    left: (db) => [
      given(db, 'bonus')
        .select(['compensation.id as subject', 'compensation.amount_som as amount'])
        .$castTo<{ subject: string; amount: number }>(),
    ],
    right: (db) => [
      db
        .selectFrom('posting_entry')
        .innerJoin('posting', 'posting.id', 'posting_entry.posting_id')
        .select(({ eb, ref }) => [
          'posting.document_id as subject',
          eb.neg(ref('posting_entry.amount_som')).as('amount'),
        ])
        .where('posting.document_kind', '=', 'apologyGiven')
        .where('posting_entry.account_kind', '=', 'bonusLiability'),
    ],
  }),
  none({
    proves: 'every coupon given as an apology is a coupon of its series',
    of: 'apologies with a coupon',
    found: 'worth',
    faults: (db) =>
      given(db, 'coupon')
        .leftJoin('coupon', (join) =>
          join
            .onRef('coupon.code', '=', 'compensation.coupon_code')
            .onRef('coupon.series_id', '=', 'compensation.series_id'),
        )
        .where('coupon.code', 'is', null)
        .select(({ fn, lit }) => [
          'compensation.id as subject',
          fn.coalesce('compensation.amount_som', lit(0)).as('found'),
        ]),
    looked: (db) => given(db, 'coupon').select(({ fn }) => fn.countAll<number>().as('count')),
  }),
  none({
    proves: 'every apology stands in the journal',
    of: 'apologies',
    found: 'worth',
    faults: (db) =>
      db
        .selectFrom('compensation')
        .select(({ fn, lit }) => ['id as subject', fn.coalesce('amount_som', lit(0)).as('found')])
        .where('id', 'not in', (eb) =>
          eb.selectFrom('journal').select('journal.document_id').where('document_kind', '=', 'apologyGiven'),
        ),
    looked: rowsOf('compensation'),
  }),
];

const stepChecks: readonly Check[] = [
  none({
    proves: 'every complaint begins with a step that opened it',
    of: 'complaints',
    found: 'number',
    faults: (db) =>
      db
        .selectFrom('complaint')
        .leftJoin('complaint_step', (join) =>
          join
            .onRef('complaint_step.complaint_id', '=', 'complaint.id')
            .on('complaint_step.step_no', '=', 1)
            .on('complaint_step.kind', '=', 'opened'),
        )
        .select(['complaint.id as subject', 'complaint.number as found'])
        .where('complaint_step.complaint_id', 'is', null),
    looked: rowsOf('complaint'),
  }),
  agree({
    proves: 'every complaint is closed exactly when its steps say so',
    of: 'complaints',
    names: ['closed', 'by its steps'],
    looked: rowsOf('complaint'),
    left: (db) => [
      db
        .selectFrom('complaint')
        .select(({ lit }) => ['id as subject', lit<number>(1).as('amount')])
        .where('state', '=', 'closed'),
    ],
    right: (db) => [
      db
        .selectFrom('complaint_step')
        .select(({ eb, lit }) => [
          'complaint_id as subject',
          eb.case().when('kind', '=', 'closed').then(lit(1)).else(lit(-1)).end().as('amount'),
        ])
        .where('kind', 'in', ['closed', 'reopened']),
    ],
  }),
];

export const serviceChecks: readonly Check[] = [...apologyChecks, ...stepChecks];
