/** A poster of A4 or A3: one offer, one code, large enough to be read and scanned from a step away. */
import { CodeDrawing } from '../../ui/CodeDrawing.tsx';
import { BigFigure, Brand, CodeText, Days, Sentences, Small } from './CouponParts.tsx';
import type { CouponPaper, PaperCoupon } from './couponPaper.ts';
import styles from './Poster.module.css';

interface PosterProps {
  readonly paper: CouponPaper;
  readonly coupon: PaperCoupon;
  readonly isA3: boolean;
}

export function Poster({ paper, coupon, isA3 }: PosterProps) {
  return (
    <article className={`${styles.poster} ${isA3 ? styles.a3 : styles.a4}`}>
      <div className={styles.band}>
        <Brand paper={paper} className={styles.brand} />
        <div className={styles.title}>{paper.title}</div>
      </div>
      <BigFigure paper={paper} className={styles.figure} />
      <Sentences paper={paper} className={styles.sentences} />
      <div className={styles.codes}>
        <CodeDrawing kind="qr" data={coupon.code} className={styles.qr} />
        <div className={styles.beside}>
          <div className={styles.show}>
            {paper.lines.map(({ language }, at) => (
              <div key={language} lang={language}>
                {paper.showAtTill[at]}
              </div>
            ))}
          </div>
          <Days paper={paper} coupon={coupon} className={styles.days} />
          <CodeDrawing kind="code128" data={coupon.code} className={styles.bars} />
          <CodeText code={coupon.code} className={styles.code} />
        </div>
      </div>
      <Small paper={paper} className={styles.small} />
    </article>
  );
}
