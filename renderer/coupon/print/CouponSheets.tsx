/** The coupons of a batch on their sheets, in the layout of its kind, with the marks to cut along. */
import type { ReactNode } from 'react';
import { CutMarks } from '../../ui/CutMarks.tsx';
import { LayoutName } from '../../ui/Fitted.tsx';
import { PageSize, Sheet } from '../../ui/Sheet.tsx';
import styles from './CouponSheets.module.css';
import type { CouponPaper, PaperCoupon } from './couponPaper.ts';
import { Flag } from './Flag.tsx';
import { type SheetKind, sheetLayouts } from './layouts.ts';
import { NeckHanger } from './NeckHanger.tsx';
import { Poster } from './Poster.tsx';
import { ShelfCard } from './ShelfCard.tsx';
import { Ticket } from './Ticket.tsx';

interface Grid {
  readonly className: string | undefined;
  readonly marks: { readonly columns: number; readonly rows: number; readonly marginMm: number } | null;
  readonly piece: (paper: CouponPaper, coupon: PaperCoupon, at: number) => ReactNode;
}

/** A new kind of sheet is an entry here, one in layouts.ts and a component of its own. */
const grids: Readonly<Record<SheetKind, Grid>> = {
  sheet8: {
    className: styles.sheet8,
    marks: { columns: 2, rows: 4, marginMm: 8 },
    piece: (paper, coupon) => <Ticket paper={paper} coupon={coupon} isLow={false} />,
  },
  sheet10: {
    className: styles.sheet10,
    marks: { columns: 2, rows: 5, marginMm: 8 },
    piece: (paper, coupon) => <Ticket paper={paper} coupon={coupon} isLow />,
  },
  neckHanger: {
    className: styles.neckHanger,
    marks: null,
    piece: (paper, coupon) => <NeckHanger paper={paper} coupon={coupon} />,
  },
  shelfCard: {
    className: styles.shelfCard,
    marks: { columns: 2, rows: 2, marginMm: 0 },
    piece: (paper, coupon) => <ShelfCard paper={paper} coupon={coupon} />,
  },
  posterA4: {
    className: styles.poster,
    marks: null,
    piece: (paper, coupon) => <Poster paper={paper} coupon={coupon} isA3={false} />,
  },
  posterA3: {
    className: styles.poster,
    marks: null,
    piece: (paper, coupon) => <Poster paper={paper} coupon={coupon} isA3 />,
  },
  flags: {
    className: styles.flags,
    marks: null,
    piece: (paper, coupon, at) => <Flag paper={paper} coupon={coupon} isLight={at % 2 === 1} />,
  },
};

interface CouponSheetsProps {
  readonly kind: SheetKind;
  readonly paper: CouponPaper;
  readonly coupons: readonly PaperCoupon[];
}

export function CouponSheets({ kind, paper, coupons }: CouponSheetsProps) {
  const { perSheet, widthMm, heightMm } = sheetLayouts[kind];
  const { className, marks, piece } = grids[kind];
  const sheets = Array.from({ length: Math.ceil(coupons.length / perSheet) }, (_, at) =>
    coupons.slice(at * perSheet, (at + 1) * perSheet),
  );
  return (
    <LayoutName value={kind}>
      <PageSize widthMm={widthMm} heightMm={heightMm} />
      {sheets.map((onSheet) => (
        <Sheet key={onSheet[0]?.code} widthMm={widthMm} heightMm={heightMm}>
          {marks !== null && <CutMarks widthMm={widthMm} heightMm={heightMm} {...marks} />}
          <div className={className}>
            {onSheet.map((coupon, at) => (
              <div key={coupon.code} className={styles.piece}>
                {piece(paper, coupon, at)}
              </div>
            ))}
          </div>
        </Sheet>
      ))}
    </LayoutName>
  );
}
