/** A QR code or bars for paper: stretched to the box it stands in, black on white. */
import { useMemo } from 'react';
import { barsPath, type CodePath, eanPath, qrPath } from './codePath.ts';

type DrawnCode = 'qr' | 'code128' | 'ean';

const pathOf: Readonly<Record<DrawnCode, (data: string) => CodePath>> = {
  qr: qrPath,
  code128: barsPath,
  ean: eanPath,
};

interface CodeDrawingProps {
  readonly kind: DrawnCode;
  readonly data: string;
  readonly className?: string | undefined;
}

/** The quiet zone belongs to the place: at least 4 modules around a QR code, 11 beside bars. */
export function CodeDrawing({ kind, data, className }: CodeDrawingProps) {
  const { width, height, path } = useMemo(() => pathOf[kind](data), [kind, data]);
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio={kind === 'qr' ? 'xMidYMid meet' : 'none'}
      shapeRendering="crispEdges"
      role="img"
      aria-label={data}
    >
      <path d={path} fill="#000000" fillRule="evenodd" />
    </svg>
  );
}
