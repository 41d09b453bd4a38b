/** A printed document as it comes out of the printer: the same lines in the same columns. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../shared/receipt/preview.ts';
import { CodeImage } from './CodeImage.tsx';
import styles from './ReceiptPreview.module.css';

export function ReceiptPreview({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a receipt on screen is no document section
    <div className={styles.paper} role="group" aria-label={t('ui.preview.label')}>
      <div style={{ width: `${preview.columns}ch` }} className={styles.lines}>
        {preview.rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a printed paper never move
          <PreviewRow key={place} row={row} cutLabel={t('ui.preview.cut')} />
        ))}
      </div>
    </div>
  );
}

function PreviewRow({ row, cutLabel }: { row: Preview['rows'][number]; cutLabel: string }) {
  if (row.kind === 'code') return <CodeImage kind={row.symbology} data={row.data} caption={row.caption} />;
  if (row.kind === 'image') return <PreviewImage image={row} />;
  if (row.kind === 'cut') {
    return (
      <div className={styles.cut}>
        <span aria-hidden="true">✂</span> {cutLabel}
      </div>
    );
  }
  const look = [styles.line, row.bold ? styles.bold : '', row.double ? styles.double : ''].join(' ');
  return <div className={look}>{row.text === '' ? ' ' : row.text}</div>;
}

/** A picture of black and white dots: each bit of the hexadecimal rows is one dot, the first the leftmost. */
function PreviewImage({ image }: { image: Extract<Preview['rows'][number], { kind: 'image' }> }) {
  const { widthDots, heightDots, widthShare } = image;
  const path = useMemo(() => pathOfDots(image), [image]);
  return (
    <svg
      viewBox={`0 0 ${widthDots} ${heightDots}`}
      style={{ display: 'block', width: `${widthShare * 100}%`, margin: '0 auto' }}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

type Dots = Pick<Extract<Preview['rows'][number], { kind: 'image' }>, 'widthDots' | 'heightDots' | 'bitsHex'>;

/** One box for every run of black dots in a row. */
function pathOfDots({ widthDots, heightDots, bitsHex }: Dots): string {
  const digitsInRow = Math.ceil(widthDots / 8) * 2;
  const isBlack = (x: number, y: number) => {
    const digit = Number.parseInt(bitsHex.charAt(y * digitsInRow + Math.floor(x / 4)), 16);
    return x < widthDots && ((digit >> (3 - (x % 4))) & 1) === 1;
  };
  let path = '';
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if (!isBlack(x, y)) continue;
      const from = x;
      while (isBlack(x + 1, y)) x += 1;
      path += `M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`;
    }
  }
  return path;
}
