/** Blocks and a printer's profile → the bytes of a print job. */
import { setImmediate } from 'node:timers/promises';
import { assertNever } from '../../shared/errors.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { canEncode, encode } from '../../shared/receipt/codePages.ts';
import { drawerPulse, initialise, justify, raster, selectCodePage } from '../../shared/receipt/commands.ts';
import { layOut, type PrintedLine, type TextLine } from '../../shared/receipt/layout.ts';
import type { PrinterProfile } from '../../shared/receipt/printers.ts';
import { type PaperWriter, paperWriter } from './paperWriter.ts';
import { rasterLine } from './rasterLine.ts';
import { type SymbolLine, symbolPicture } from './symbolPicture.ts';

/** After so many lines other work of the till gets its turn: a long paper of pictures takes a while. */
const linesAtOnce = 40;

/**
 * The job of a document: initialise, code page, the lines of the shared layout. A line with a letter that the printer's
 * page lacks goes out as a picture, so that nothing prints as `?`.
 */
export async function printJobBytes(blocks: readonly Block[], profile: PrinterProfile): Promise<Uint8Array> {
  const writer = paperWriter();
  writer.command(initialise());
  writer.command(selectCodePage(profile.codePageNumber));
  for (const [index, line] of layOut(blocks, profile).entries()) {
    if (index % linesAtOnce === linesAtOnce - 1) await setImmediate();
    await writeLine(writer, line, profile);
  }
  return writer.bytes();
}

/** The job that only opens the cash drawer; null when the printer has none. It prints and feeds nothing. */
export function drawerJobBytes(profile: PrinterProfile): Uint8Array | null {
  return profile.drawerPin === null ? null : drawerPulse(profile.drawerPin);
}

async function writeLine(writer: PaperWriter, line: PrintedLine, profile: PrinterProfile): Promise<void> {
  switch (line.kind) {
    case 'text':
      return writeText(writer, line, profile);
    case 'symbol':
      return writeCentred(writer, await symbolBytes(line, profile));
    case 'image':
      return writeCentred(writer, raster({ ...line, bits: bytesOfHex(line.bitsHex) }));
    case 'feed':
      return writer.feed(line.lines);
    case 'cut':
      return profile.hasCutter || line.isTried ? writer.feedAndCut() : writer.feedToTearBar();
    default:
      return assertNever(line);
  }
}

async function writeText(writer: PaperWriter, line: TextLine, profile: PrinterProfile): Promise<void> {
  if (line.page !== undefined) {
    writer.command(selectCodePage(line.page.codePageNumber));
    writer.textLine(encode(line.text, line.page.codePage), line);
    writer.command(selectCodePage(profile.codePageNumber));
    return;
  }
  const asPicture = profile.imageMode === 'whole' || !canEncode(line.text, profile.codePage);
  if (asPicture) writer.command(raster(await rasterLine(line, profile.columns)));
  else writer.textLine(encode(line.text, profile.codePage), line);
}

async function symbolBytes(line: SymbolLine, profile: PrinterProfile): Promise<Uint8Array> {
  return profile.symbolMode === 'picture' ? raster(await symbolPicture(line)) : line.command.bytes;
}

function writeCentred(writer: PaperWriter, bytes: Uint8Array): void {
  writer.command(justify('center'));
  writer.command(bytes);
  writer.command(justify('left'));
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}
