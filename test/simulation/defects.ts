/** Planted defects of the rules and the books: what the simulation must catch, or it proves nothing. Never part of the product. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../electron/shell/root.ts';

interface Defect {
  /** What goes wrong in the shop. */
  readonly what: string;
  readonly file: string;
  /** The text that is right, which stands in the file exactly once, and what stands there instead. */
  readonly right: string;
  readonly wrong: string;
}

/** Each is a slip of one line, as it happens to people: the program still starts, sells and balances its postings. */
export const defects = {
  refundKeepsBonus: {
    what: 'goods come back and the customer keeps the bonus they earned',
    file: 'shared/sale/returnLines.ts',
    right: 'return largerSom(zeroSom, subtractSom(stillCredited, keepSom));',
    wrong: 'return largerSom(zeroSom, subtractSom(keepSom, stillCredited));',
  },
  expiryTwice: {
    what: 'bonus that burns is posted twice',
    file: 'electron/loyalty/lots.ts',
    right: 'bonusExpiredPosting(holder.id, move.amountSom)',
    wrong: 'bonusExpiredPosting(holder.id, (move.amountSom * 2) as Som)',
  },
  floatMoney: {
    what: "what comes back is worked out by the gram, with fractions: 48.99999 of 49 so'm",
    file: 'shared/sale/returnLines.ts',
    right: 'const soFar = som(multiplyDivideFloor(line.shares[group], returned, line.quantityThousandths));',
    wrong: 'const soFar = som(Math.floor((line.shares[group] / line.quantityThousandths) * returned));',
  },
  clampAtZero: {
    what: 'a return never leaves the customer owing bonus',
    file: 'electron/loyalty/comeBack.ts',
    right: 'return burntSom;',
    wrong: 'return som(burntSom + others.owedSom);',
  },
  forgottenVat: {
    what: 'goods come back and their VAT stays',
    file: 'shared/sale/returnLines.ts',
    right: 'return smallerSom(leftSom, subtractSom(vatKept(sale.lines), vatKept(kept)));',
    wrong: 'return zeroSom;',
  },
  giftCardTwice: {
    what: 'what a gift card paid stays on it',
    file: 'shared/ledger/salePosting.ts',
    right: "return debit('giftCard', amount, subject(sale.giftCardId, 'a gift card has a number'));",
    wrong: "return debit('expense', amount);",
  },
  debtNotLowered: {
    what: 'goods on credit come back and the customer owes them still',
    file: 'electron/credit/inTransaction.ts',
    right: 'await lowerDebt(scope.trx, debt.id, loweredSom);',
    wrong: '',
  },
  monthMissed: {
    what: 'the sums of the month do not hear of bonus that burns',
    file: 'electron/loyalty/lots.ts',
    right: "await noteBonus(scope, 'expired', move.amountSom);",
    wrong: '',
  },
  burntADayEarly: {
    what: 'the last day of bonus does not count any more',
    file: 'shared/loyalty/lots.ts',
    right: 'return lot.expiresOn !== null && lot.expiresOn < day;',
    wrong: 'return lot.expiresOn !== null && lot.expiresOn <= day;',
  },
  newestSpentFirst: {
    what: 'bonus that lives longest is spent first',
    file: 'shared/loyalty/lots.ts',
    right: 'if (first !== second) return first < second ? -1 : 1;',
    wrong: 'if (first !== second) return first < second ? 1 : -1;',
  },
  tierOfToday: {
    what: 'the purchase that crosses a bound is in the new tier already',
    file: 'electron/loyalty/tiersQueries.ts',
    right: ".where('business_day', '<', value.before),",
    wrong: ".where('business_day', '<=', value.before),",
  },
  mergeForgetsAccount: {
    what: 'two customers become one and the account of the second is lost',
    file: 'electron/credit/follower.ts',
    right: "storeCreditSom: await owedOn(trx, 'storeCredit', from),",
    wrong: 'storeCreditSom: 0 as never,',
  },
} as const satisfies Readonly<Record<string, Defect>>;

export type DefectName = keyof typeof defects;

export function isDefect(name: string): name is DefectName {
  return Object.hasOwn(defects, name);
}

/**
 * Plants a defect into the source as it is loaded, so it must be called before anything of the till is imported. Throws when
 * the place is not there any more: a defect that is not planted would be one that is not found.
 */
export function plantDefect(name: DefectName): void {
  const { file, right, wrong }: Defect = defects[name];
  const path = join(root, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(right).length !== 2) throw new Error(`${file} has not just one place for ${name}`);
  const url = pathToFileURL(path).href;
  registerHooks({
    load(asked, context, nextLoad) {
      const loaded = nextLoad(asked, context);
      return asked === url ? { ...loaded, source: source.replace(right, () => wrong) } : loaded;
    },
  });
}
