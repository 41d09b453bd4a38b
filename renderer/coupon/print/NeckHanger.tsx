/** A hanger for the neck of a bottle: a hole with slits to cut, the offer below it, the codes at the foot. */
import { CodeDrawing } from '../../ui/CodeDrawing.tsx';
import { BigFigure, Brand, CodeText, Days, Sentences, Small } from './CouponParts.tsx';
import type { CouponPaper, PaperCoupon } from './couponPaper.ts';
import styles from './NeckHanger.module.css';

/** A bottle's neck is up to 30 mm wide where the hanger rests; the slits give way for the cap. */
const hole = { xMm: 35.1, yMm: 25, radiusMm: 15, slitMm: 4, slits: 8 } as const;

const rounded = (value: number): number => Math.round(value * 100) / 100;

function slits(): string {
  return Array.from({ length: hole.slits }, (_, at) => {
    const angle = (at * 2 * Math.PI) / hole.slits;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    const point = (reachMm: number) =>
      `${rounded(hole.xMm + x * reachMm)} ${rounded(hole.yMm + y * reachMm)}`;
    return `M${point(hole.radiusMm)}L${point(hole.radiusMm + hole.slitMm)}`;
  }).join('');
}

export function NeckHanger({ paper, coupon }: { paper: CouponPaper; coupon: PaperCoupon }) {
  return (
    <article className={styles.hanger}>
      <svg className={styles.cut} viewBox="0 0 70.2 194" aria-hidden="true">
        {/* Round at the shoulders, where paper tears first. */}
        <path d="M0.8 22A21 21 0 0 1 21.8 0.8H48.4A21 21 0 0 1 69.4 22V189A4 4 0 0 1 65.4 193H4.8A4 4 0 0 1 0.8 189Z" />
        <circle cx={hole.xMm} cy={hole.yMm} r={hole.radiusMm} />
        <path d={slits()} />
      </svg>
      <Brand paper={paper} className={styles.brand} />
      <div className={styles.banner}>
        <BigFigure paper={paper} className={styles.figure} />
      </div>
      <Sentences paper={paper} className={styles.sentences} />
      <div className={styles.codes}>
        <CodeDrawing kind="qr" data={coupon.code} className={styles.qr} />
        <div className={styles.beside}>
          <div className={styles.title}>{paper.title}</div>
          <Days paper={paper} coupon={coupon} className={styles.days} />
        </div>
      </div>
      <CodeDrawing kind="code128" data={coupon.code} className={styles.bars} />
      <CodeText code={coupon.code} className={styles.code} />
      <Small paper={paper} className={styles.small} />
    </article>
  );
}
