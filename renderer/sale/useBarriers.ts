/** What stands in the way of taking money for a basket, told to the cashier by showing it. */
import type { Basket } from '../../shared/sale/basketContract.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { playSound } from '../app/sounds.ts';
import { useTill } from '../app/useTill.ts';
import { askForCustomer, type Dialog } from './selling.ts';

export interface BarrierTools {
  readonly basket: Basket | null;
  readonly refuse: (error: TillError) => void;
  readonly select: (lineId: string) => void;
  readonly show: (dialog: Dialog) => void;
}

/** Answers true when nothing stands in the way; the till itself decides again. */
export function useBarriers({ basket, refuse, select, show }: BarrierTools): () => boolean {
  const shift = useTill(api.shift.current, {}).data;
  const policy = useTill(api.shop.settings, {}).data?.cardPolicy;
  return () => {
    const unknown = basket?.lines.find((line) => line.kind === 'unknown');
    if (basket === null || basket.lines.length === 0) refuse({ code: 'BasketEmpty', data: {} });
    else if (unknown?.kind === 'unknown') {
      select(unknown.lineId);
      refuse({ code: 'UnknownCodeInBasket', data: { code: unknown.code } });
    } else if (shift !== undefined && shift.shift === null) refuse({ code: 'ShiftNotOpen', data: {} });
    else if (policy === 'required' && basket.customer === null) {
      show({ ...askForCustomer, isNeeded: true });
      playSound('warning');
    } else return true;
    return false;
  };
}
