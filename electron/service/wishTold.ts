/** Notes that whoever asked for something knows that it is here: said at the counter, or on the phone. */
import type { WriteScope } from '../verb.ts';

/** Nothing changes for a wish that is not here, or was told before. */
export async function noteTold({ trx, now }: Pick<WriteScope, 'trx' | 'now'>, wishId: string): Promise<void> {
  await trx
    .updateTable('wish')
    .set({ told_at: now })
    .where('id', '=', wishId)
    .where('state', '=', 'here')
    .where('told_at', 'is', null)
    .execute();
}
