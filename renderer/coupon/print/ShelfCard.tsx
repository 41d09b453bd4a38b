/** A card of A6 for the shelf: the offer, and a code that a customer shows or a cashier scans. */
import { CodeDrawing } from '../../ui/CodeDrawing.tsx';
import { BigFigure, Brand, CodeText, Days, Sentences, Small } from './CouponParts.tsx';
import type { CouponPaper, PaperCoupon } from './couponPaper.ts';
import styles from './ShelfCard.module.css';

export function ShelfCard({ paper, coupon }: { paper: CouponPaper; coupon: PaperCoupon }) {
  return (
    <article className={styles.card}>
      <div className={styles.top}>
        <Brand paper={paper} className={styles.brand} />
        <div className={styles.title}>{paper.title}</div>
      </div>
      <BigFigure paper={paper} className={styles.figure} />
      <Sentences paper={paper} className={styles.sentences} />
      <div className={styles.foot}>
        <CodeDrawing kind="qr" data={coupon.code} className={styles.qr} />
        <div className={styles.beside}>
          <Days paper={paper} coupon={coupon} className={styles.days} />
          <CodeDrawing kind="code128" data={coupon.code} className={styles.bars} />
          <CodeText code={coupon.code} className={styles.code} />
        </div>
      </div>
      <Small paper={paper} className={styles.small} />
    </article>
  );
}
