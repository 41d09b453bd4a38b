/** Why a balance was corrected by hand: the words go with the person, the sum and who stood for it stay. */
import { type Cleaner, emptyWords } from '../forgetWords.ts';

export const ledgerCleaners: readonly Cleaner[] = [
  {
    name: 'corrections',
    clean: ({ trx }, { ids }) => emptyWords(trx, { table: 'correction', column: 'reason' }, ids),
  },
];
