/** From the receipt to the money in the customer's hand: found, chosen, done; in the dialog and on the page alike. */
import { useState } from 'react';
import { FindReceipt } from './FindReceipt.tsx';
import { LooseReturnForm } from './LooseReturnForm.tsx';
import { ReturnDone } from './ReturnDone.tsx';
import { ReturnForm, type ReturnFormProps } from './ReturnForm.tsx';
import type { TakenBack } from './useReturn.ts';

interface ReturnFlowProps extends Pick<ReturnFormProps, 'onExchange' | 'onClose'> {
  /** Null while the receipt is looked for. */
  readonly saleId: string | null;
  readonly onFound: (saleId: string) => void;
}

export function ReturnFlow({ saleId, onFound, onExchange, onClose }: ReturnFlowProps) {
  const [isLoose, setLoose] = useState(false);
  const [done, setDone] = useState<TakenBack | null>(null);
  if (done !== null) return <ReturnDone done={done} onClose={onClose} />;
  if (saleId !== null) {
    return (
      <ReturnForm key={saleId} saleId={saleId} onDone={setDone} onExchange={onExchange} onClose={onClose} />
    );
  }
  if (isLoose) return <LooseReturnForm onBack={() => setLoose(false)} onClose={onClose} />;
  return <FindReceipt onFound={onFound} onLoose={() => setLoose(true)} />;
}
