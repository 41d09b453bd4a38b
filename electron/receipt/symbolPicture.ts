/** Draws a barcode or QR code as the dots that a printer makes of its command. */
import { assertNever } from '../../shared/errors.ts';
import { type Bitmap, barcodeHeightDots } from '../../shared/receipt/commands.ts';
import { columnsOf, type PrintedLine } from '../../shared/receipt/layout.ts';
import { blacken, blank, enlarged, place } from './dots.ts';
import { rasterLine } from './rasterLine.ts';

export type SymbolLine = Extract<PrintedLine, { kind: 'symbol' }>;
type Drawing = typeof import('bwip-js/generic');

/** Loads at the first symbol that is drawn; a till whose printers draw their own stays without. */
async function loadDrawing(): Promise<Drawing> {
  return (await import('bwip-js/generic')).default;
}

/**
 * The symbol as its command prints it: modules of the same dots, Code128 in code set B throughout (a drawing program would
 * change to set C for digits and come out narrower), a QR code of the version that the command counted with. Below bars
 * stand their readable characters (GS H 2), below a QR code nothing. `widthDots` is the command's; no quiet zone.
 */
export async function symbolPicture({ symbology, data, command }: SymbolLine): Promise<Bitmap> {
  const drawing = await loadDrawing();
  const { widthDots, moduleDots } = command;
  switch (symbology) {
    case 'code128':
      return withCharacters(bars(barWidths(drawing, symbology, inCodeSetB(data), 'raw'), moduleDots), data);
    case 'ean13':
      return withCharacters(bars(barWidths(drawing, symbology, data, ''), moduleDots), data);
    case 'qr':
      return enlarged(qrModules(drawing, data, widthDots / moduleDots), moduleDots, moduleDots);
    default:
      return assertNever(symbology);
  }
}

/** The symbol characters of Code128 by their numbers: 104 begins set B, in which a character is its code less 32. */
function inCodeSetB(data: string): string {
  const numbers = [104, ...Array.from(data, (character) => character.charCodeAt(0) - 32)];
  return numbers.map((number) => `^${String(number).padStart(3, '0')}`).join('');
}

/** Widths in modules, by turns of a bar and of a space. */
function barWidths(drawing: Drawing, system: 'code128' | 'ean13', data: string, options: string) {
  const [symbol] = drawing.raw(system, data, options);
  if (symbol === undefined || !('sbs' in symbol)) throw new Error(`no bars were drawn for ${data}`);
  return symbol.sbs;
}

function bars(widths: readonly number[], moduleDots: number): Bitmap {
  const modules = widths.reduce((sum, width) => sum + width, 0);
  const row = blank(modules, 1);
  let x = 0;
  widths.forEach((width, index) => {
    for (let end = x + width; x < end; x += 1) if (index % 2 === 0) blacken(row, x, 0);
  });
  return enlarged(row, moduleDots, barcodeHeightDots);
}

/** A QR code at error correction M, one dot a module, `across` modules wide: 21 in version 1, four more in every next one. */
function qrModules(drawing: Drawing, data: string, across: number): Bitmap {
  const version = (across - 17) / 4;
  const [symbol] = drawing.raw('qrcode', data, `eclevel=M version=${version}`);
  if (symbol === undefined || !('pixs' in symbol)) throw new Error(`no QR code was drawn for ${data}`);
  const modules = blank(across, across);
  symbol.pixs.forEach((module, index) => {
    if (module === 1) blacken(modules, index % across, Math.floor(index / across));
  });
  return modules;
}

async function withCharacters(symbol: Bitmap, data: string): Promise<Bitmap> {
  const characters = await rasterLine({ text: data, double: false }, columnsOf(data));
  const whole = blank(symbol.widthDots, symbol.heightDots + characters.heightDots);
  place(whole, symbol, 0, 0);
  place(whole, characters, Math.floor((symbol.widthDots - characters.widthDots) / 2), symbol.heightDots);
  return whole;
}
