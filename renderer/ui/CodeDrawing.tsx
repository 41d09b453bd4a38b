/** A QR code or bars for paper: stretched to the box it stands in, black on white. */
import { useMemo } from 'react';
import { barsPath, qrPath } from './codePath.ts';

interface CodeDrawingProps {
  readonly kind: 'qr' | 'code128';
  readonly data: string;
  readonly className?: string | undefined;
}

/** The quiet zone belongs to the place: at least 4 modules around a QR code, 10 beside bars. */
export function CodeDrawing({ kind, data, className }: CodeDrawingProps) {
  const { width, height, path } = useMemo(
    () => (kind === 'qr' ? qrPath(data) : barsPath(data)),
    [kind, data],
  );
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
