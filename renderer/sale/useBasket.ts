/** The open basket of this window as a screen holds it: the till's last answer and the queue that changes it. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useConnection } from '../app/useTill.ts';
import { type BasketQueue, type BasketState, createBasketQueue, type SaleCalls } from './basketQueue.ts';

export interface OpenBasket extends BasketState {
  readonly queue: BasketQueue;
}

/** Opens the basket when the screen appears and goes on by itself when the till is back. */
export function useBasket(onMoved: (error: TillError) => void, sale: SaleCalls = api.sale): OpenBasket {
  const latest = useRef(onMoved);
  useEffect(() => {
    latest.current = onMoved;
  });
  const [queue] = useState(() => createBasketQueue(sale, (error) => latest.current(error)));
  const state = useSyncExternalStore(queue.watch, queue.state);
  const connection = useConnection();
  useEffect(() => {
    if (connection !== 'open') return;
    if (queue.state().problem?.code === 'TillGone') queue.retry();
    else queue.open();
  }, [queue, connection]);
  return { ...state, queue };
}
