/** Where the scissors go: short lines in the margins of a sheet and small crosses where four pieces meet. */

interface CutMarksProps {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginMm: number;
  /** Where the margins above and below are of another width than those at the sides. */
  readonly marginYMm?: number;
  readonly columns: number;
  readonly rows: number;
}

const crossMm = 1.6;

const steps = (count: number, lengthMm: number, marginMm: number): number[] =>
  Array.from({ length: count + 1 }, (_, at) => marginMm + (at * (lengthMm - 2 * marginMm)) / count);

/** How far a mark may come in from an edge: not onto what is cut out. */
const reachFrom = (marginMm: number): number => (marginMm === 0 ? 5 : marginMm - 1.5);

export function CutMarks(props: CutMarksProps) {
  const { widthMm, heightMm, marginMm, marginYMm = marginMm, columns, rows } = props;
  const xs = steps(columns, widthMm, marginMm);
  const ys = steps(rows, heightMm, marginYMm);
  const reachX = reachFrom(marginMm);
  const reachY = reachFrom(marginYMm);
  const atEdges = [
    ...xs.map((x) => `M${x} 0V${reachY}M${x} ${heightMm}V${heightMm - reachY}`),
    ...ys.map((y) => `M0 ${y}H${reachX}M${widthMm} ${y}H${widthMm - reachX}`),
  ];
  const inside = xs
    .slice(1, -1)
    .flatMap((x) =>
      ys.slice(1, -1).map((y) => `M${x - crossMm} ${y}H${x + crossMm}M${x} ${y - crossMm}V${y + crossMm}`),
    );
  return (
    <svg
      viewBox={`0 0 ${widthMm} ${heightMm}`}
      style={{ position: 'absolute', inset: 0, width: `${widthMm}mm`, height: `${heightMm}mm` }}
      aria-hidden="true"
    >
      <path d={[...atEdges, ...inside].join('')} fill="none" stroke="#6b7684" strokeWidth={0.2} />
    </svg>
  );
}
