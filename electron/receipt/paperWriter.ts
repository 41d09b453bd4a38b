/// <reference path="./escpos.d.ts" />
/** Collects the bytes of one job: text, styles, feed and cut through escpos, all other commands as our own bytes. */
import escpos from 'escpos';

const { TXT_BOLD_ON, TXT_BOLD_OFF } = escpos.command.TEXT_FORMAT;

/** Printers cut about 18 mm above the head: five lines of 1/6 inch bring the last printed line out. */
const linesToCutter = 5;

export interface PaperWriter {
  /** Our own bytes, as they are, with the style back to normal. */
  readonly command: (bytes: Uint8Array) => void;
  /** One line of text already encoded in the printer's page. */
  readonly textLine: (bytes: Uint8Array, style: { readonly bold: boolean; readonly double: boolean }) => void;
  readonly feed: (lines: number) => void;
  /** Feeds up to the cutter and cuts, leaving a small bridge. */
  readonly feedAndCut: () => void;
  /** Feeds up to the tear bar of a printer without a cutter. */
  readonly feedToTearBar: () => void;
  /** Everything written so far. */
  readonly bytes: () => Uint8Array;
}

/**
 * A writer for one job. Styles are switched only where they change. Only those parts of escpos are used that were checked
 * byte by byte: its barcodes, QR codes, drawer kick, `style` (which sends ESC 5, a command Epson does not have) and
 * `text` (which encodes as Chinese) are not.
 */
export function paperWriter(): PaperWriter {
  const parts: Uint8Array[] = [];
  const printer = new escpos({ write: (bytes) => parts.push(Uint8Array.from(bytes)) });
  let bold = false;
  let double = false;

  function setStyle(style: { readonly bold: boolean; readonly double: boolean }): void {
    if (style.bold !== bold) printer.print(Buffer.from(style.bold ? TXT_BOLD_ON : TXT_BOLD_OFF, 'latin1'));
    if (style.double !== double) printer.size(style.double ? 1 : 0, style.double ? 1 : 0);
    ({ bold, double } = style);
  }

  return {
    command(bytes) {
      setStyle({ bold: false, double: false });
      printer.print(Buffer.from(bytes));
    },
    textLine(bytes, style) {
      setStyle(style);
      printer.print(Buffer.from(bytes)).newLine();
    },
    feed(lines) {
      setStyle({ bold: false, double: false });
      printer.feed(lines);
    },
    feedAndCut() {
      setStyle({ bold: false, double: false });
      printer.cut(true, linesToCutter);
    },
    feedToTearBar() {
      setStyle({ bold: false, double: false });
      printer.feed(linesToCutter);
    },
    bytes() {
      printer.flush();
      return Uint8Array.from(Buffer.concat(parts));
    },
  };
}
