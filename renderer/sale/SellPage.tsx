/** The sell screen: one field, the basket, the customer and the money; payment happens in the same place. */
import { useRef } from 'react';
import { api } from '../app/api.ts';
import { useScanner } from '../app/useScanner.ts';
import { useTill } from '../app/useTill.ts';
import { KeyBar } from '../ui/KeyBar.tsx';
import { BasketList } from './BasketList.tsx';
import { BasketStrips } from './BasketStrips.tsx';
import { CustomerStrip } from './CustomerStrip.tsx';
import { Dialogs, type DialogsProps } from './Dialogs.tsx';
import { Hints } from './Hints.tsx';
import { MoneyKeys } from './MoneyKeys.tsx';
import { Notices } from './Notices.tsx';
import { PaymentTop } from './PaymentTop.tsx';
import { QuickGoods } from './QuickGoods.tsx';
import styles from './SellPage.module.css';
import { ShiftBanner } from './ShiftBanner.tsx';
import { SellingContext } from './selling.ts';
import { shownActions } from './shownActions.ts';
import { TopBar } from './TopBar.tsx';
import { Totals } from './Totals.tsx';
import { isBounce, type ScanMoment } from './typedText.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { useNarrow } from './useNarrow.ts';
import { type SellActions, useSellActions } from './useSellActions.ts';
import { useSellingState } from './useSellingState.ts';

export interface SellPageProps {
  /** What the owner sees of the day without leaving the basket. */
  peek: DialogsProps['peek'];
  service: DialogsProps['service'];
}

/** Dialogs that hear the scanner themselves. */
const ownScanner: readonly string[] = ['priceCheck', 'return', 'switchSeller', 'peek', 'service'];

export function SellPage({ peek, service }: SellPageProps) {
  const state = useSellingState();
  const page = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const last = useRef<ScanMoment | null>(null);
  const parked = useTill(api.sale.parked, {}).data?.baskets ?? [];
  const actions = useSellActions(state, parked, field);
  const { dialog, payment } = state;
  useKeptFocus(page, field, dialog === null);
  useScanner(
    (text) => {
      const now: ScanMoment = { text, atMs: performance.now() };
      if (isBounce(last.current, now)) return;
      last.current = now;
      void state.scan(text);
    },
    dialog === null || !ownScanner.includes(dialog.kind),
  );
  return (
    <SellingContext value={state}>
      <div ref={page} className={`${styles.page} touch`}>
        <TopBar field={field} parked={parked} />
        <main className={styles.left}>
          <Notices />
          <ShiftBanner />
          <BasketStrips />
          <BasketList />
          <Hints />
          <QuickGoods />
        </main>
        <aside className={styles.right}>
          {payment.isOpen ? (
            <PaymentTop />
          ) : (
            <>
              <CustomerStrip />
              <Totals />
            </>
          )}
          <MoneyKeys actions={actions} />
        </aside>
        <Bottom actions={actions} isPaying={payment.isOpen} />
      </div>
      <Dialogs parked={parked} give={state.give} peek={peek} service={service} />
    </SellingContext>
  );
}

/** On a narrow screen the bar leaves out what has its cap elsewhere: the field and the customer's strip. */
function Bottom({ actions, isPaying }: { actions: SellActions; isPaying: boolean }) {
  const isNarrow = useNarrow();
  const selling = isNarrow ? shownActions.sellingNarrow : shownActions.selling;
  return (
    <footer className={styles.bottom} onPointerDown={(event) => event.preventDefault()}>
      {isPaying ? (
        <KeyBar
          state="payment"
          actions={isNarrow ? shownActions.paymentNarrow : shownActions.payment}
          onAction={(action) => actions.payment[action]?.()}
        />
      ) : (
        <KeyBar state="selling" actions={selling} onAction={(action) => actions.selling[action]?.()} />
      )}
    </footer>
  );
}
