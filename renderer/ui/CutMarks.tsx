/** Where the scissors go: short lines in the margins of a sheet and small crosses where four pieces meet. */

interface CutMarksProps {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginMm: number;
  readonly columns: number;
  readonly rows: number;
}

const crossMm = 1.6;

const steps = (count: number, lengthMm: number, marginMm: number): number[] =>
  Array.from({ length: count + 1 }, (_, at) => marginMm + (at * (lengthMm - 2 * marginMm)) / count);

export function CutMarks({ widthMm, heightMm, marginMm, columns, rows }: CutMarksProps) {
  const xs = steps(columns, widthMm, marginMm);
  const ys = steps(rows, heightMm, marginMm);
  const reach = marginMm === 0 ? 5 : marginMm - 1.5;
  const atEdges = [
    ...xs.map((x) => `M${x} 0V${reach}M${x} ${heightMm}V${heightMm - reach}`),
    ...ys.map((y) => `M0 ${y}H${reach}M${widthMm} ${y}H${widthMm - reach}`),
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
