/** Puts the parts of a large PDF together, a little at a time, so that a sale in between does not wait. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PDFDocument, PDFObjectCopier, PDFPage } from 'pdf-lib';

export interface PdfMerge {
  /** Throws when the part is no PDF. */
  readonly add: (part: Uint8Array) => Promise<void>;
  /** The whole; nothing can be added afterwards. */
  readonly finish: () => Promise<Uint8Array>;
}

/** Objects that are read or written before the till gets its turn again: about two milliseconds of work. */
const objectsPerTurn = 40;

/** A single part stays as it was printed; from the second on their pages are copied into one document. */
export function startMerge(): PdfMerge {
  let only: Uint8Array | null = null;
  let whole: PDFDocument | null = null;
  async function copyInto(target: PDFDocument, part: Uint8Array): Promise<void> {
    const source = await PDFDocument.load(part, { parseSpeed: objectsPerTurn, updateMetadata: false });
    await nextTurn();
    // `copyPages` would copy them all in one turn; one copier for all keeps a font that they share one font.
    const copier = PDFObjectCopier.for(source.context, target.context);
    for (const page of source.getPages()) {
      const copied = copier.copy(page.node);
      target.addPage(PDFPage.of(copied, target.context.register(copied), target));
      await nextTurn();
    }
  }
  return {
    async add(part) {
      if (whole === null && only === null) {
        only = part;
        return;
      }
      if (whole === null) {
        whole = await PDFDocument.create({ updateMetadata: false });
        if (only !== null) await copyInto(whole, only);
        only = null;
      }
      await copyInto(whole, part);
    },
    async finish() {
      if (whole === null) return only ?? new Uint8Array();
      return whole.save({ useObjectStreams: false, addDefaultPage: false, objectsPerTick: objectsPerTurn });
    },
  };
}
