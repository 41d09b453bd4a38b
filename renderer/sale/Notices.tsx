/** Strips above the basket: what broke, what was refused and why, and the sale that has just been done. */
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../shared/code.ts';
import { offersFeedback } from '../../shared/shop/feedbackOffer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { useRefusalWords } from '../ui/ErrorAnswer.tsx';
import { ActionKey } from '../ui/KeyCap.tsx';
import { useGiftReceipt } from './GiftReceiptButton.tsx';
import styles from './Notices.module.css';
import { numberRows } from './numberRows.ts';
import { type FinishedSale, type Notice, useSelling } from './selling.ts';
import { usePaperOut } from './usePaperOut.ts';

const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

export function Notices() {
  const { finished } = useSelling();
  return (
    <>
      <ProblemStrip />
      <NoticeStrip />
      {finished !== null && <FinishedStrip finished={finished} />}
    </>
  );
}

/** The till did not answer or broke: what was asked waits, and goes out again as the same intention. */
function ProblemStrip() {
  const { t } = useTranslation();
  const { problem, queue } = useSelling();
  const wordsOf = useRefusalWords();
  if (problem === null) return null;
  return (
    <div className={`${styles.strip} ${styles.bad}`} role="alert">
      <IconAlertTriangle size={24} aria-hidden="true" />
      <span className={styles.words}>
        <strong>{t('sale.problem.title')}</strong> {wordsOf(problem)}
      </span>
      <StripButton onClick={queue.retry}>{t('common.retry')}</StripButton>
      {problem.code === 'Broken' && <StripButton onClick={queue.skip}>{t('sale.problem.skip')}</StripButton>}
    </div>
  );
}

const icons = { bad: IconAlertTriangle, good: IconCircleCheck, info: IconInfoCircle } as const;

function NoticeStrip() {
  const { t } = useTranslation();
  const { notice, say, show } = useSelling();
  if (notice === null) return null;
  const Icon = icons[notice.tone];
  const { goodwillCode, returnOf, waits } = notice;
  return (
    <div className={`${styles.strip} ${styles[notice.tone]}`} role="alert">
      <Icon size={24} aria-hidden="true" />
      <span className={styles.words}>{notice.words}</span>
      {goodwillCode !== undefined && (
        <StripButton onClick={() => show({ kind: 'goodwill', code: goodwillCode })}>
          {t('sale.goodwill.open')}
        </StripButton>
      )}
      {returnOf !== undefined && (
        <StripButton onClick={() => show({ kind: 'return', saleId: returnOf })}>
          {t('ui.keys.returnGoods')} <ActionKey state="selling" action="returnGoods" />
        </StripButton>
      )}
      {waits !== undefined && <WaitingButtons waits={waits} />}
      <button
        type="button"
        className={styles.close}
        tabIndex={-1}
        aria-label={t('common.close')}
        onPointerDown={keepFocus}
        onClick={() => say(null)}
      >
        <IconX size={20} aria-hidden="true" />
      </button>
    </div>
  );
}

/** What helps a receipt that has not come out. */
function WaitingButtons({ waits: { saleId, printerId, state } }: { waits: NonNullable<Notice['waits']> }) {
  const { t } = useTranslation();
  const { say, show, finished } = useSelling();
  const retry = useIntention(api.receipt.retryNow);
  const tryNow = async () => {
    if ((await retry.send({ printerId })).ok) say(null);
  };
  const isStopped = state === 'blocked' || state === 'retry_wait';
  return (
    <>
      {isStopped && <StripButton onClick={() => void tryNow()}>{t('receipt.act.tryNow')}</StripButton>}
      {isStopped && finished?.sale.saleId !== saleId && (
        <StripButton onClick={() => show({ kind: 'onScreen', documentKind: 'sale', documentId: saleId })}>
          {t('receipt.act.onScreen')}
        </StripButton>
      )}
      {state === 'unknown' && (
        <StripButton onClick={() => show({ kind: 'printer' })}>
          {t('receipt.badge.open')} <ActionKey state="selling" action="printer" />
        </StripButton>
      )}
    </>
  );
}

/** Another paper, or while the first one has not come out the screen instead. */
function PaperButton({ saleId }: { saleId: string }) {
  const { t } = useTranslation();
  const { show, reprintLast } = useSelling();
  return usePaperOut(saleId) ? (
    <StripButton onClick={() => void reprintLast()}>
      {t('sale.finished.reprint')} <ActionKey state="selling" action="reprint" />
    </StripButton>
  ) : (
    <StripButton onClick={() => show({ kind: 'onScreen', documentKind: 'sale', documentId: saleId })}>
      {t('receipt.act.onScreen')}
    </StripButton>
  );
}

/** To every so many known customers: how was it? */
function FeedbackButton({ sale }: Pick<FinishedSale, 'sale'>) {
  const { t } = useTranslation();
  const { show } = useSelling();
  const { data } = useTill(api.shop.settings, {});
  const isKnown = sale.bonusBalanceSom !== null;
  if (data === undefined || !offersFeedback(sale.number, isKnown, data.feedbackEvery)) return null;
  return (
    <StripButton onClick={() => show({ kind: 'service', question: 'feedback' })}>
      {t('sale.finished.askFeedback')} <ActionKey state="selling" action="feedback" />
    </StripButton>
  );
}

/** A receipt without prices, for goods that are given away. */
function GiftButton({ saleId }: { saleId: string }) {
  const { t } = useTranslation();
  const { say } = useSelling();
  const wordsOf = useRefusalWords();
  const { print } = useGiftReceipt(saleId);
  const printGift = async () => {
    const error = await print();
    if (error !== null) say({ tone: 'bad', words: wordsOf(error) });
  };
  return <StripButton onClick={() => void printGift()}>{t('sale.giftReceipt.print')}</StripButton>;
}

/** Change, receipt and what the customer may take along even without paper; gone at the next scan. */
function FinishedStrip({ finished }: { finished: FinishedSale }) {
  const { sale, isCash, debtSom } = finished;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles.finished} aria-label={t('sale.finished.label')}>
      <div className={styles.finishedMain}>
        {isCash ? (
          <span className={styles.change}>
            <span>{t('sale.payment.change')}</span>
            <strong className="figures">{format.number(sale.changeSom)}</strong>
          </span>
        ) : (
          <span className={styles.change}>
            <IconCircleCheck size={32} aria-hidden="true" />
            <strong className={styles.paid}>
              {t(debtSom > 0 ? 'sale.finished.onCredit' : 'sale.finished.paid')}
            </strong>
          </span>
        )}
        <span className={styles.receipt}>
          {t('sale.finished.receipt', { number: sale.number })} · {format.som(sale.netSom)}
          {sale.bonusBalanceSom !== null && (
            <span>
              {t('sale.finished.bonus', {
                earned: format.number(sale.bonusEarnedSom),
                balance: format.number(sale.bonusBalanceSom),
              })}
            </span>
          )}
        </span>
        <FeedbackButton sale={sale} />
        <GiftButton saleId={sale.saleId} />
        <PaperButton saleId={sale.saleId} />
      </div>
      <Extras finished={finished} />
    </section>
  );
}

/** What is owed, kept, given or waits under a code. */
function Extras({ finished: { sale, debtSom } }: { finished: FinishedSale }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { claimCode, couponCodes, ticketNumbers, changeToAccountSom, exchange } = sale;
  const isPlain = couponCodes.length + ticketNumbers.length + changeToAccountSom + debtSom === 0;
  if (claimCode === null && exchange === null && isPlain) return null;
  return (
    <div className={styles.codes}>
      {exchange !== null && (
        <span>
          {t('sale.exchange.done', {
            number: exchange.returnNumber,
            sum: format.som(exchange.handedBackSom),
          })}
        </span>
      )}
      {debtSom > 0 && <span>{t('sale.finished.debt', { sum: format.som(debtSom) })}</span>}
      {changeToAccountSom > 0 && (
        <span>{t('sale.finished.kept', { sum: format.som(changeToAccountSom) })}</span>
      )}
      {ticketNumbers.length > 0 && (
        <span>{t('sale.finished.tickets', { numbers: numberRows(ticketNumbers) })}</span>
      )}
      {claimCode !== null && sale.bonusEarnedSom > 0 && (
        <Code
          words={t('sale.finished.claim', { bonus: format.number(sale.bonusEarnedSom) })}
          code={claimCode}
        />
      )}
      {couponCodes.map((code) => (
        <Code key={code} words={t('sale.finished.coupon')} code={code} />
      ))}
    </div>
  );
}

function Code({ words, code }: { words: string; code: string }) {
  return (
    <span>
      {words} <code className={styles.code}>{formatCode(code)}</code>
    </span>
  );
}

function StripButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.button} tabIndex={-1} onPointerDown={keepFocus} onClick={onClick}>
      {children}
    </button>
  );
}
