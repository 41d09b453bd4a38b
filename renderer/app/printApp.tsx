/** The pages for paper: sheets alone, without the frame of the screens; printed by the paper press or by a person. */
import './printApp.css';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type PrintOrder, printRoot, printRoute, readPrintRoute } from '../../shared/receipt/printAddress.ts';
import { connection } from './api.ts';
import { printPages } from './printPages.tsx';
import { fontsForPaper, reportPrint } from './printReport.ts';

function watchHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

const routeNow = (): string => location.hash.slice(1);

export function PrintApp() {
  const route = useSyncExternalStore(watchHash, routeNow);
  const [hasFonts, setFonts] = useState(false);
  useEffect(() => {
    void fontsForPaper().finally(() => setFonts(true));
    // Whoever prints sends the first order when the page has exchanged its address for a session, not before.
    connection()
      .link()
      .then(
        () => reportPrint({ route: printRoot, state: 'ready', sheets: 0 }),
        () => reportPrint({ route: printRoot, state: 'failed', code: 'TillGone' }),
      );
  }, []);
  const order = useMemo(() => readPrintRoute(route), [route]);
  return order === null || !hasFonts ? null : <PrintPage key={route} route={route} order={order} />;
}

type State = { readonly sheets: number } | { readonly failed: string } | null;

function PrintPage({ route, order }: { route: string; order: PrintOrder }) {
  const [state, setState] = useState<State>(null);
  const Pages = printPages[order.kind];
  const onReady = useCallback((sheets: number) => setState({ sheets }), []);
  const onFailed = useCallback((code: string) => setState({ failed: code }), []);
  useEffect(() => {
    if (state === null) return;
    if ('failed' in state) return reportPrint({ route, state: 'failed', code: state.failed });
    let isHere = true;
    const tell = async () => {
      await document.fonts.ready;
      await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => undefined)));
      if (isHere) reportPrint({ route, state: 'ready', sheets: state.sheets });
    };
    void tell();
    return () => {
      isHere = false;
    };
  }, [route, state]);
  return (
    <>
      {state !== null && <PrintBar order={order} state={state} />}
      <Pages order={order} onReady={onReady} onFailed={onFailed} />
    </>
  );
}

/** For a person whose PC has no press: the browser's own print dialog, and the next sheets of a large batch. */
function PrintBar({ order, state }: { order: PrintOrder; state: NonNullable<State> }) {
  const { t } = useTranslation();
  if ('failed' in state) {
    return <div className="printBar">{t('receipt.pdf.problem.PageNotReady')}</div>;
  }
  const next = order.from + order.sheets;
  return (
    <div className="printBar">
      <span>{t('receipt.pdf.dialogHint')}</span>
      <button type="button" onClick={() => window.print()}>
        {t('common.print')}
      </button>
      {next < state.sheets && (
        <a href={`#${printRoute({ ...order, from: next })}`}>{t('receipt.pdf.nextSheets')}</a>
      )}
    </div>
  );
}
