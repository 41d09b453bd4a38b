/** Barcodes and QR codes as sharp vector pictures. */
import { code128, drawingSVG, ean13, qrcode } from 'bwip-js/browser';
import { useMemo } from 'react';
import { assertNever } from '../../shared/errors.ts';
import styles from './CodeImage.module.css';

export type CodeKind = 'code128' | 'ean13' | 'qr';

/** The picture as SVG text, or null when the data cannot be such a code (an EAN-13 with a wrong check digit). */
export function codeSvg(kind: CodeKind, data: string): string | null {
  try {
    switch (kind) {
      case 'qr':
        return qrcode<string>({ bcid: 'qrcode', text: data }, drawingSVG());
      case 'ean13':
        return ean13<string>({ bcid: 'ean13', text: data, height: 12 }, drawingSVG());
      case 'code128':
        return code128<string>({ bcid: 'code128', text: data, height: 12 }, drawingSVG());
      default:
        return assertNever(kind);
    }
  } catch {
    return null;
  }
}

/** A code with a quiet zone around it, black on white in the dark scheme too; its data as words when it cannot be drawn. */
export function CodeImage({ kind, data, caption }: { kind: CodeKind; data: string; caption?: string }) {
  const svg = useMemo(() => codeSvg(kind, data), [kind, data]);
  return (
    <figure className={styles.figure}>
      {svg === null ? (
        <code>{data}</code>
      ) : (
        <img
          className={kind === 'qr' ? styles.qr : styles.bars}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`}
          alt={data}
        />
      )}
      {caption !== undefined && caption !== '' && (
        <figcaption className={styles.caption}>{caption}</figcaption>
      )}
    </figure>
  );
}
