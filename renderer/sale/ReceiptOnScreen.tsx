/** A receipt on the whole screen for the customer's telephone, in a shop without a printer too. */
import { useMemo } from 'react';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { codesOfPreview } from '../receipt/codesToShow.ts';
import { PaperOnScreen } from '../receipt/PaperOnScreen.tsx';

export function ReceiptOnScreen({ saleId, onClose }: { saleId: string; onClose: () => void }) {
  const { data, error } = useTill(api.sale.receipt, { saleId });
  const preview = data?.preview;
  const paper = useMemo(
    () => (preview === undefined ? undefined : { preview, codes: codesOfPreview(preview) }),
    [preview],
  );
  return <PaperOnScreen paper={paper} error={error} onClose={onClose} />;
}
