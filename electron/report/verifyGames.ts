/** Checks of what customers collect and give beside bonus: stamps, tickets of draws, donations. */
import { agree, type Check, none, rowsOf } from './verifyCheck.ts';
import { owedByShop } from './verifyLedger.ts';

/** The stamps, or the full cards, of every customer on every card. */
function stampCheck(column: 'stamps' | 'full_cards', of: string): Check {
  return agree({
    proves: `${of} of every customer are the sum of their moves`,
    of: 'stamp cards of customers',
    names: ['balance', 'moves'],
    left: (db) => [
      db
        .selectFrom('stamp_balance')
        .select(({ fn, val }) => [
          fn<string>('concat', ['customer_id', val(' '), 'stamp_card_id']).as('subject'),
          `${column} as amount`,
        ]),
    ],
    right: (db) => [
      db
        .selectFrom('stamp_move')
        .select(({ fn, val }) => [
          fn<string>('concat', ['customer_id', val(' '), 'stamp_card_id']).as('subject'),
          fn.sum<number>(column).as('amount'),
        ])
        .groupBy(['customer_id', 'stamp_card_id']),
    ],
  });
}

export const gameChecks: readonly Check[] = [
  stampCheck('stamps', 'the stamps'),
  stampCheck('full_cards', 'the full cards'),
  agree({
    proves: 'the tickets of every draw are as many as it counted',
    of: 'draws',
    names: ['counted', 'tickets'],
    left: (db) => [db.selectFrom('draw').select(['id as subject', 'ticket_count as amount'])],
    right: (db) => [
      db
        .selectFrom('draw_ticket')
        .select(({ fn }) => ['draw_id as subject', fn.countAll<number>().as('amount')])
        .groupBy('draw_id'),
    ],
  }),
  agree({
    proves: 'the tickets of every draw are numbered from 1 without gaps',
    of: 'draws',
    names: ['last number', 'tickets'],
    left: (db) => [
      db
        .selectFrom('draw_ticket')
        .select(({ fn }) => ['draw_id as subject', fn.max<number>('ticket_no').as('amount')])
        .groupBy('draw_id'),
    ],
    right: (db) => [
      db
        .selectFrom('draw_ticket')
        .select(({ fn }) => ['draw_id as subject', fn.countAll<number>().as('amount')])
        .groupBy('draw_id'),
    ],
  }),
  none({
    proves: 'every winner holds the ticket that won',
    of: 'winners',
    found: 'ticket',
    faults: (db) =>
      db
        .selectFrom('draw_winner')
        .leftJoin('draw_ticket', (join) =>
          join
            .onRef('draw_ticket.draw_id', '=', 'draw_winner.draw_id')
            .onRef('draw_ticket.ticket_no', '=', 'draw_winner.ticket_no')
            .onRef('draw_ticket.customer_id', '=', 'draw_winner.customer_id')
            .on('draw_ticket.is_void', '=', 0),
        )
        .select(['draw_winner.draw_id as subject', 'draw_winner.ticket_no as found'])
        .where('draw_ticket.ticket_no', 'is', null),
    looked: rowsOf('draw_winner'),
  }),
  agree({
    proves: 'what lies with the shop for every fund is the sum of its donations',
    of: 'funds',
    names: ['account', 'donations'],
    left: (db) => [owedByShop(db, 'donations')],
    right: (db) => [
      db
        .selectFrom('donation')
        .select(({ fn }) => ['fund_id as subject', fn.sum<number>('amount_som').as('amount')])
        .groupBy('fund_id'),
    ],
  }),
];
