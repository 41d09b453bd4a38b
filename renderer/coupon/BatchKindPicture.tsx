/** A small drawing of how a batch comes out of the printer, because "10 on a sheet" says less than ten boxes. */
import type { BatchKind } from '../../shared/coupon/contractBatch.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Drawing {
  readonly paper: Box;
  readonly coupons: readonly Box[];
}

const portrait: Box = { x: 13, y: 4, width: 34, height: 48 };
const landscape: Box = { x: 5, y: 11, width: 50, height: 34 };

/** Equal boxes with a gap between them. */
function grid(paper: Box, columns: number, rows: number): Drawing {
  const gap = 2;
  const width = (paper.width - gap * (columns + 1)) / columns;
  const height = (paper.height - gap * (rows + 1)) / rows;
  const coupons = Array.from({ length: columns * rows }, (_, at) => ({
    x: paper.x + gap + (at % columns) * (width + gap),
    y: paper.y + gap + Math.floor(at / columns) * (height + gap),
    width,
    height,
  }));
  return { paper, coupons };
}

const drawings: Readonly<Record<BatchKind, Drawing>> = {
  sheet8: grid(portrait, 2, 4),
  sheet10: grid(portrait, 2, 5),
  strip: grid({ x: 22, y: 2, width: 16, height: 52 }, 1, 4),
  neckHanger: grid(landscape, 4, 1),
  shelfCard: grid(portrait, 2, 2),
  posterA4: grid(portrait, 1, 1),
  posterA3: grid({ x: 9, y: 1, width: 40, height: 54 }, 1, 1),
  flags: grid(landscape, 1, 3),
  message: { paper: { x: 18, y: 4, width: 24, height: 48 }, coupons: [] },
};

/** What makes some kinds what they are: the hole for the bottle's neck, the points of the flags, the code in a message. */
function Details({ kind }: { kind: BatchKind }) {
  if (kind === 'neckHanger') {
    return drawings.neckHanger.coupons.map(({ x, width, y }) => (
      <circle
        key={x}
        cx={x + width / 2}
        cy={y + 7}
        r={3.4}
        fill="var(--surface)"
        stroke="var(--line-strong)"
      />
    ));
  }
  if (kind === 'flags') {
    return drawings.flags.coupons.map(({ x, y, width, height }) => (
      <path
        key={y}
        d={`M${x + width} ${y}l-6 ${height / 2}l6 ${height / 2}z`}
        fill="var(--surface)"
        stroke="var(--surface)"
      />
    ));
  }
  if (kind !== 'message') return null;
  return (
    <>
      <rect x={22} y={10} width={16} height={16} rx={1} fill="var(--primary)" />
      <path d="M22 32h16M22 37h16M22 42h10" stroke="var(--line-strong)" strokeWidth={2} />
    </>
  );
}

export function BatchKindPicture({ kind }: { kind: BatchKind }) {
  const { paper, coupons } = drawings[kind];
  return (
    <svg viewBox="0 0 60 56" width={60} height={56} aria-hidden="true">
      <rect {...paper} rx={2} fill="var(--surface)" stroke="var(--line-strong)" />
      {coupons.map((coupon) => (
        <rect key={`${coupon.x} ${coupon.y}`} {...coupon} rx={1} fill="var(--primary)" opacity={0.35} />
      ))}
      <Details kind={kind} />
    </svg>
  );
}
