/** A pennant for a string across the shop: folded over the string at the top, pointed at the bottom. */
import { CodeDrawing } from '../../ui/CodeDrawing.tsx';
import { BigFigure, Brand, CodeText, Days, Sentences } from './CouponParts.tsx';
import type { CouponPaper, PaperCoupon } from './couponPaper.ts';
import styles from './Flag.module.css';

interface FlagProps {
  readonly paper: CouponPaper;
  readonly coupon: PaperCoupon;
  /** Every second one is light, so that the strip has a rhythm. */
  readonly isLight: boolean;
}

/** In millimetres: the fold, the straight sides, the point. */
const shape = { width: 93.6, fold: 16, sides: 146, point: 194 } as const;

export function Flag({ paper, coupon, isLight }: FlagProps) {
  const { width, fold, sides, point } = shape;
  const outline = `M0.4 0.4H${width - 0.4}V${sides}L${width / 2} ${point - 0.4}L0.4 ${sides}Z`;
  const body = `M2.4 ${fold + 1.6}H${width - 2.4}V${sides - 1.2}L${width / 2} ${point - 4.4}L2.4 ${sides - 1.2}Z`;
  return (
    <article className={`${styles.flag} ${isLight ? styles.light : styles.dark}`}>
      <svg className={styles.shape} viewBox={`0 0 ${width} ${point}`} aria-hidden="true">
        <path className={styles.cut} d={outline} />
        <path className={styles.fold} d={`M0 ${fold}H${width}`} />
        <path className={styles.body} d={body} />
      </svg>
      <Brand paper={paper} className={styles.brand} />
      <BigFigure paper={paper} className={styles.figure} />
      <Sentences paper={paper} className={styles.sentences} />
      <div className={styles.codes}>
        <CodeDrawing kind="qr" data={coupon.code} className={styles.qr} />
        <div className={styles.beside}>
          <CodeText code={coupon.code} className={styles.code} />
          <CodeDrawing kind="code128" data={coupon.code} className={styles.bars} />
          <Days paper={paper} coupon={coupon} className={styles.days} />
        </div>
      </div>
    </article>
  );
}
