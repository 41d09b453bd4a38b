/** Reads the receipts of an opened inspection page by page, for the file and the paper. */
import { api } from '../app/api.ts';
import type { InspectedReceipt } from './monthAnswer.ts';

const receiptsAtOnce = 500;

/** At most so many, or the code of a refusal. `isAll` is false where more are left. */
export async function readReceipts(
  inspectionId: string,
  most = Number.POSITIVE_INFINITY,
): Promise<{ readonly receipts: readonly InspectedReceipt[]; readonly isAll: boolean } | string> {
  const receipts: InspectedReceipt[] = [];
  let cursor: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof api.report.inspectedReceipts>> =
      await api.report.inspectedReceipts({ inspectionId, cursor, limit: receiptsAtOnce });
    if (!answer.ok) return answer.error.code;
    receipts.push(...answer.data.receipts);
    cursor = answer.data.nextCursor;
  } while (cursor !== null && receipts.length < most);
  return { receipts, isAll: cursor === null };
}
