/** What the till itself has to tell its owner about the journal: what was mended at the start, what is missing, what is gone. */
import { documentOf } from './document.ts';
import { keepAttention } from './journal/inTransaction.ts';
import { inTransaction, systemActor, type VerbHost } from './verb.ts';

export type JournalNews =
  | {
      readonly kind: 'opened';
      readonly redone: {
        readonly transactions: number;
        readonly fromSequence: number;
        readonly toSequence: number;
      } | null;
      /** The redo log knows transactions that this database will never have. */
      readonly isTailLost: boolean;
      /** The last document that the journal's own files know and the database does not; null: none is missing. */
      readonly lostTo: number | null;
    }
  | { readonly kind: 'secondGone' };

/**
 * Puts it into the journal, and so before the owner. A start without news writes nothing.
 *
 * | document journalReapplied | meaning                                                                  |
 * |---------------------------|--------------------------------------------------------------------------|
 * | from, to, count           | so many transactions were done once more, and the journal went from … to  |
 * | lostTo                    | documents up to this number were once there and are lost; null: none      |
 */
export async function tellOfJournal(
  till: VerbHost,
  news: JournalNews,
  note: (text: string, error?: unknown) => void,
): Promise<void> {
  try {
    if (news.kind === 'secondGone') {
      await inTransaction(till, { key: 'journal' }, systemActor(till.tillId), async (scope) => {
        await keepAttention(scope, 'journalFolderGone', {});
      });
      return;
    }
    const { redone, isTailLost } = news;
    const lostTo = news.lostTo ?? (isTailLost ? 0 : null);
    if (redone === null && lostTo === null) return;
    await inTransaction(till, { key: 'journal' }, systemActor(till.tillId), async (scope) => {
      const content = {
        from: redone?.fromSequence ?? null,
        to: redone?.toSequence ?? null,
        count: redone?.transactions ?? 0,
        lostTo,
      };
      await scope.follow(documentOf(scope, 'journalReapplied', content));
      scope.changed('journal');
    });
  } catch (error) {
    note('the owner could not be told about the journal', error);
  }
}
