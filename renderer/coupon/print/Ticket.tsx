/** A coupon of the sheets with eight and ten: the offer at the left, the counterfoil with the codes at the right. */
import { CodeDrawing } from '../../ui/CodeDrawing.tsx';
import { BigFigure, Brand, CodeText, Days, Sentences, Small } from './CouponParts.tsx';
import type { CouponPaper, PaperCoupon } from './couponPaper.ts';
import styles from './Ticket.module.css';

interface TicketProps {
  readonly paper: CouponPaper;
  readonly coupon: PaperCoupon;
  readonly isLow: boolean;
}

/** In millimetres; the heights are those of a quarter and a fifth of a sheet less the room to cut. */
const frame = { width: 92.6, high: 65.85, low: 51.8, corner: 3, counterfoil: 41, notch: 2 } as const;

/** The outline of a ticket: round corners, and a half circle at either end of the line where it is torn. */
function outline(height: number): string {
  const { width, corner, notch, counterfoil } = frame;
  const tear = width - counterfoil;
  const round = (x: number, y: number) => `A${corner} ${corner} 0 0 1 ${x} ${y}`;
  return [
    `M${corner} 0H${tear - notch}A${notch} ${notch} 0 0 0 ${tear + notch} 0H${width - corner}`,
    `${round(width, corner)}V${height - corner}${round(width - corner, height)}`,
    `H${tear + notch}A${notch} ${notch} 0 0 0 ${tear - notch} ${height}H${corner}`,
    `${round(0, height - corner)}V${corner}${round(corner, 0)}Z`,
  ].join('');
}

/** The part right of the tear, to be tinted. */
function stubShape(height: number): string {
  const { width, corner, notch, counterfoil } = frame;
  const tear = width - counterfoil;
  return [
    `M${tear} ${notch}A${notch} ${notch} 0 0 0 ${tear + notch} 0H${width - corner}`,
    `A${corner} ${corner} 0 0 1 ${width} ${corner}V${height - corner}`,
    `A${corner} ${corner} 0 0 1 ${width - corner} ${height}H${tear + notch}`,
    `A${notch} ${notch} 0 0 0 ${tear} ${height - notch}Z`,
  ].join('');
}

/** One drawing instead of borders and clipped corners: a sheet prints three times as fast. */
function Frame({ height }: { height: number }) {
  const { width, counterfoil, notch } = frame;
  const tear = width - counterfoil;
  return (
    <svg className={styles.frame} viewBox={`-0.2 -0.2 ${width + 0.4} ${height + 0.4}`} aria-hidden="true">
      <path className={styles.stubShape} d={stubShape(height)} />
      <path className={styles.outline} d={outline(height)} />
      <path className={styles.tear} d={`M${tear} ${notch}V${height - notch}`} />
    </svg>
  );
}

export function Ticket({ paper, coupon, isLow }: TicketProps) {
  return (
    <article className={`${styles.ticket} ${isLow ? styles.low : styles.high}`}>
      <Frame height={isLow ? frame.low : frame.high} />
      <div className={styles.offer}>
        <Brand paper={paper} className={styles.brand} />
        <BigFigure paper={paper} className={styles.figure} />
        <Sentences paper={paper} className={styles.sentences} />
        <Small paper={paper} className={styles.small} />
      </div>
      <div className={styles.counterfoil}>
        <div className={styles.title}>{paper.title}</div>
        <div className={styles.qr}>
          <CodeDrawing kind="qr" data={coupon.code} />
        </div>
        <Days paper={paper} coupon={coupon} className={styles.days} />
        <div className={styles.barsBox}>
          <CodeDrawing kind="code128" data={coupon.code} className={styles.bars} />
          <CodeText code={coupon.code} className={styles.code} />
        </div>
      </div>
    </article>
  );
}
