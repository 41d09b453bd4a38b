/** The receipt and the customer of a complaint that is being written: offered, scanned, or known by a card. */
import { useState } from 'react';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { playSound } from '../app/sounds.ts';
import { useScanner } from '../app/useScanner.ts';
import { useTill } from '../app/useTill.ts';
import { useCustomerName } from '../customer/customerName.ts';
import type { ComplaintStart } from './complaintStart.ts';

type Answer = Awaited<ReturnType<typeof api.service.complaintReceipt>>;
export type ReceiptKnown = Extract<Answer, { ok: true }>['data'];

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface KnownOfComplaint {
  readonly receipt: ReceiptKnown | null;
  /** Null: the whole purchase. */
  readonly lineNumber: number | null;
  readonly chooseLine: (lineNumber: number | null) => void;
  /** The line above or below; the whole purchase stands first. */
  readonly move: (step: 1 | -1) => void;
  readonly dropReceipt: () => void;
  readonly customer: Person | null;
  readonly chooseCustomer: (customer: Person | null) => void;
  /** Why what was scanned says nothing. */
  readonly error: TillError | null;
}

/** What is scanned while the dialog is open goes here: a receipt, or the card of whoever complains. */
export function useComplaintReceipt(start: ComplaintStart): KnownOfComplaint {
  const [scanned, setScanned] = useState<ReceiptKnown | null>(null);
  const [isDropped, setDropped] = useState(false);
  // Undefined until somebody chose: then the receipt's own.
  const [chosen, setChosen] = useState<Person | null | undefined>(undefined);
  const [line, setLine] = useState<number | null | undefined>(undefined);
  const [error, setError] = useState<TillError | null>(null);
  const nameOf = useCustomerName();
  const isOffered = start.saleId !== null && scanned === null && !isDropped;
  const offered = useTill(api.service.complaintReceipt, { saleId: start.saleId ?? '' }, { isOn: isOffered });
  const receipt = scanned ?? (isOffered ? (offered.data ?? null) : null);
  const lines = receipt?.lines ?? [];
  const onlyLine = lines.length === 1 ? (lines[0]?.lineNumber ?? null) : null;
  const lineNumber = receipt === null ? null : line === undefined ? onlyLine : line;

  const scan = async (code: string) => {
    setError(null);
    const found = await api.service.complaintReceipt({ code });
    if (found.ok) {
      playSound('scanned');
      setScanned(found.data);
      setLine(undefined);
      return;
    }
    const people = await api.customer.find({ text: code });
    const [only, ...others] = people.ok ? people.data.customers : [];
    const isOne = only !== undefined && others.length === 0;
    playSound(isOne ? 'scanned' : 'notFound');
    if (isOne) setChosen({ id: only.id, name: nameOf(only) });
    else setError(found.error);
  };
  useScanner((code) => void scan(code));

  const ofReceipt = receipt?.customer ?? null;
  const fallBack = ofReceipt === null ? start.customer : { id: ofReceipt.customerId, name: ofReceipt.name };
  return {
    receipt,
    lineNumber,
    chooseLine: setLine,
    move: (step) => {
      const places = [null, ...lines.map((each) => each.lineNumber)];
      const next = Math.min(Math.max(places.indexOf(lineNumber) + step, 0), places.length - 1);
      if (receipt !== null) setLine(places[next] ?? null);
    },
    dropReceipt: () => {
      setScanned(null);
      setDropped(true);
    },
    customer: chosen === undefined ? fallBack : chosen,
    chooseCustomer: setChosen,
    error,
  };
}
