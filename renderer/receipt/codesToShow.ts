/** The codes of a paper as they are shown on the screen for somebody's telephone. */
import type { Symbology } from '../../shared/receipt/blocks.ts';
import type { Preview } from '../../shared/receipt/preview.ts';

export interface CodeOnPaper {
  readonly symbology: Symbology;
  readonly data: string;
  readonly caption: string;
}

export interface CodeToShow {
  readonly data: string;
  readonly caption: string;
}

/**
 * Each code once, as a QR code: a telephone reads it from any angle, and the till's scanner reads the same words from the
 * photograph. The caption is the one that stands on the paper, else the data, to be typed where a scanner fails.
 *
 * | on the paper                      | shown                   |
 * |-----------------------------------|-------------------------|
 * | Code128 K7FQ, QR K7FQ "K7-FQ"     | one QR K7FQ, "K7-FQ"    |
 * | EAN-13 29…, no caption            | one QR 29…, "29…"       |
 */
export function codesToShow(codes: readonly CodeOnPaper[]): readonly CodeToShow[] {
  const captions = new Map<string, string>();
  for (const { data, caption } of codes) {
    const known = captions.get(data);
    const isWords = caption !== '' && caption !== data;
    if (known === undefined || (isWords && known === data)) captions.set(data, isWords ? caption : data);
  }
  return [...captions].map(([data, caption]) => ({ data, caption }));
}

/** The codes of a paper that is known only by its preview; a caption is the line that stands under its code. */
export function codesOfPreview({ rows }: Preview): readonly CodeOnPaper[] {
  return rows.flatMap((row, place) => {
    if (row.kind !== 'code') return [];
    const below = rows[place + 1];
    const line = below?.kind === 'text' ? below.text.trim() : '';
    const isItsOwn = line !== '' && lettersOf(line) === lettersOf(row.data);
    return [{ symbology: row.symbology, data: row.data, caption: isItsOwn ? line : row.data }];
  });
}

/** A code is written in groups; only letters and figures say whether it is the same one. */
const lettersOf = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '');
