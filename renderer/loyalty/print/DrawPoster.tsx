/** A poster of A4 for a draw: when, how to get tickets, what can be won, and the promise code that anyone can check. */
import { useTranslation } from 'react-i18next';
import { createFormat } from '../../../shared/format.ts';
import { type Language, textIn } from '../../../shared/text.ts';
import { CodeDrawing } from '../../ui/CodeDrawing.tsx';
import { Fitted } from '../../ui/Fitted.tsx';
import { PageSize, Sheet } from '../../ui/Sheet.tsx';
import type { Draw } from '../drawState.ts';
import { prizeRowsOf } from '../prizeRows.ts';
import styles from './DrawPoster.module.css';

export interface DrawPosterProps {
  readonly draw: Draw;
  readonly shop: { readonly name: string; readonly address: string; readonly phone: string };
  readonly howTickets: string;
  readonly language: Language;
}

const a4 = { widthMm: 210, heightMm: 297 };

export function DrawPoster({ draw, shop, howTickets, language }: DrawPosterProps) {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT(language);
  const format = createFormat(language);
  const name = textIn(draw.name, language);
  return (
    <>
      <PageSize {...a4} />
      <Sheet {...a4}>
        <article className={styles.poster} lang={language}>
          <div className={styles.band}>
            <span className={styles.shop}>{shop.name}</span>
            <span className={styles.kind}>{t('loyalty.draws.poster.kind')}</span>
          </div>
          <Fitted className={styles.name} words={name}>
            {name}
          </Fitted>
          <div className={styles.days}>{format.dayRange(draw.from, draw.to)}</div>
          <Fitted className={styles.how} words={howTickets}>
            {howTickets}
          </Fitted>
          <Prizes prizes={draw.prizes} title={t('loyalty.prizes.title')} />
          <div className={styles.promise}>
            <CodeDrawing kind="qr" data={draw.commitment} className={styles.qr} />
            <div className={styles.beside}>
              <strong>{t('loyalty.draws.commitment')}</strong>
              <div className={styles.code}>{draw.commitment}</div>
              <p>{t('loyalty.draws.poster.check')}</p>
            </div>
          </div>
          <div className={styles.foot}>
            <span>{t('loyalty.draws.poster.winnersOn', { day: format.longDay(draw.to) })}</span>
            <span>{[shop.address, shop.phone].filter((part) => part !== '').join(' · ')}</span>
          </div>
        </article>
      </Sheet>
    </>
  );
}

function Prizes({ prizes, title }: { prizes: readonly string[]; title: string }) {
  const rows = prizeRowsOf(prizes);
  return (
    <Fitted className={styles.prizes} words={prizes.join(' ')}>
      <strong className={styles.prizesTitle}>{title}</strong>
      <ul>
        {rows.map(({ key, words, count }) => (
          <li key={key}>{count === 1 ? words : `${words} × ${count}`}</li>
        ))}
      </ul>
    </Fitted>
  );
}
