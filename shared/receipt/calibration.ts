/** The calibration slip: what it prints, and which profile a printer has by what came out of it. */
import type { Block } from './blocks.ts';
import type { PrinterProfile, StatusCapability } from './printers.ts';

/** One numbered line of the slip: its words as bytes of `codePage` after the printer was told page `codePageNumber`. */
export interface CalibrationLine {
  readonly number: number;
  readonly codePage: 'cp866' | 'cp1251';
  readonly codePageNumber: number;
}

/**
 * The numbers makers give the two pages that have every Russian letter and the Uzbek ў. On any one printer most of the
 * lines come out as other signs; whoever holds the slip sees which one reads.
 *
 * | line | page   | ESC t | who has it there                                    |
 * |------|--------|-------|-----------------------------------------------------|
 * | 1    | cp866  | 17    | Epson, Xprinter, POS-5890, Sunmi                    |
 * | 2    | cp866  | 7     | Rongta, MPT-II, Youku, Citizen, HP (17 may be Greek) |
 * | 3    | cp1251 | 46    | Epson                                               |
 * | 4    | cp1251 | 23    | Xprinter, POS-5890                                  |
 * | 5    | cp1251 | 6     | Rongta, MPT-II, Youku                               |
 * | 6    | cp1251 | 73    | other Xprinters                                     |
 * | 7    | cp1251 | 13    | HP                                                  |
 */
export const calibrationLines: readonly CalibrationLine[] = [
  { number: 1, codePage: 'cp866', codePageNumber: 17 },
  { number: 2, codePage: 'cp866', codePageNumber: 7 },
  { number: 3, codePage: 'cp1251', codePageNumber: 46 },
  { number: 4, codePage: 'cp1251', codePageNumber: 23 },
  { number: 5, codePage: 'cp1251', codePageNumber: 6 },
  { number: 6, codePage: 'cp1251', codePageNumber: 73 },
  { number: 7, codePage: 'cp1251', codePageNumber: 13 },
];

/** The words of every numbered line; a page that is only nearly right gets ў, ё or № wrong. */
export const calibrationWords = 'Привет ЎўЁё №';

/** The widths a printer may have, in characters. */
export const calibrationWidths = [32, 42, 48] as const;
export type CalibrationWidth = (typeof calibrationWidths)[number];

/** Dots across the paper of a printer with so many characters; 42 of them leave the paper a few dots of margin. */
export const dotsOfWidth = { 32: 384, 42: 512, 48: 576 } as const satisfies Readonly<
  Record<CalibrationWidth, number>
>;

/** A line of exactly `width` characters, its number in front and a point at its end: `32 ----…---->`. */
export function rulerOf(width: CalibrationWidth): string {
  return `${width} ${'-'.repeat(width - 4)}>`;
}

/**
 * The slip in four parts, each headed by a letter that the screen names too, because no word would be readable on every
 * printer: A the pages, B the widths, C the codes, D a picture. Then it tries to cut. The codes and the picture are as
 * narrow as the narrowest paper.
 */
export function calibrationSlip(): readonly Block[] {
  return [
    { kind: 'heading', text: 'DAFTAR' },
    { kind: 'heading', text: 'A' },
    ...calibrationLines.map(
      ({ number, codePage, codePageNumber }): Block => ({
        kind: 'pageTry',
        text: `${number}  ${calibrationWords}`,
        codePage,
        codePageNumber,
      }),
    ),
    { kind: 'heading', text: 'B' },
    ...calibrationWidths.map(
      (width): Block => ({ kind: 'pageTry', text: rulerOf(width), codePage: 'ascii', codePageNumber: 0 }),
    ),
    { kind: 'heading', text: 'C' },
    { kind: 'code', symbology: 'code128', data: 'DAFTAR' },
    { kind: 'feed', lines: 1 },
    { kind: 'code', symbology: 'ean13', data: '4006381333931' },
    { kind: 'feed', lines: 1 },
    { kind: 'code', symbology: 'qr', data: 'DAFTAR' },
    { kind: 'heading', text: 'D' },
    tickInFrame(192, 96),
    { kind: 'cut', isTried: true },
  ];
}

/** A picture nobody takes for anything else: a tick in a frame. */
function tickInFrame(widthDots: number, heightDots: number): Block {
  const frame = 4;
  const stroke = 6;
  const isBlack = (x: number, y: number) => {
    const onFrame = x < frame || y < frame || x >= widthDots - frame || y >= heightDots - frame;
    return onFrame || isOnLine(x, y, 60, 48, 86, 72, stroke) || isOnLine(x, y, 86, 72, 136, 22, stroke);
  };
  let bitsHex = '';
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 4) {
      let digit = 0;
      for (let dot = 0; dot < 4; dot += 1) digit = digit * 2 + (isBlack(x + dot, y) ? 1 : 0);
      bitsHex += digit.toString(16);
    }
  }
  return { kind: 'image', widthDots, heightDots, bitsHex };
}

/** Whether a dot lies within `reach` of the line between two dots. */
function isOnLine(
  x: number,
  y: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  reach: number,
): boolean {
  const length2 = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length2;
  const nearest = Math.min(1, Math.max(0, along));
  const off2 = (x - x1 - nearest * (x2 - x1)) ** 2 + (y - y1 - nearest * (y2 - y1)) ** 2;
  return off2 <= reach * reach;
}

/** What a person saw on the slip, and what the printer answered when it was asked. */
export interface CalibrationAnswers {
  /** The numbers of the lines of part A that read exactly as `calibrationWords`; a number that is no line counts nothing. */
  readonly readableLines: readonly number[];
  /** The longest ruler of part B that stands on one line. */
  readonly width: CalibrationWidth;
  /** Both bar codes of part C came out. */
  readonly barcodesCame: boolean;
  readonly qrCame: boolean;
  readonly pictureCame: boolean;
  readonly didCut: boolean;
  /** The pin that opened the drawer; null: none did, or there is no drawer. */
  readonly drawerPin: 0 | 1 | null;
  readonly status: StatusCapability;
}

/**
 * What the shopkeeper should know of this printer: `noLetters`, Cyrillic does not come out at all; `noPictures`, the logo and
 * words with қ ғ ҳ do not; `noCodes`, codes are printed as words to be typed at best.
 */
export type CalibrationWarning = 'noLetters' | 'noPictures' | 'noCodes';

export interface Calibration {
  readonly profile: PrinterProfile;
  readonly warnings: readonly CalibrationWarning[];
}

/**
 * The profile of a printer by what came out of it. cp1251 goes before cp866, because it has « » “ ” too.
 *
 * | lines that read | picture | codes | page and number | text     | codes       | warnings             |
 * |-----------------|---------|-------|-----------------|----------|-------------|----------------------|
 * | 1               | yes     | all   | cp866, 17       | lines    | commands    |                      |
 * | 1 and 3         | yes     | all   | cp1251, 46      | lines    | commands    |                      |
 * | 2               | no      | all   | cp866, 7        | lines    | commands    | noPictures           |
 * | none            | yes     | all   | ascii, 0        | whole    | commands    |                      |
 * | none            | yes     | no QR | ascii, 0        | whole    | picture     |                      |
 * | none            | no      | none  | ascii, 0        | lines    | commands    | noLetters, noCodes   |
 */
export function profileFrom(answers: CalibrationAnswers): Calibration {
  const { width, didCut, drawerPin, status, pictureCame } = answers;
  const read = calibrationLines.filter(({ number }) => answers.readableLines.includes(number));
  const line = read.find(({ codePage }) => codePage === 'cp1251') ?? read[0];
  const codesCame = answers.barcodesCame && answers.qrCame;
  return {
    profile: {
      columns: width,
      dots: dotsOfWidth[width],
      codePage: line?.codePage ?? 'ascii',
      codePageNumber: line?.codePageNumber ?? 0,
      hasCutter: didCut,
      drawerPin,
      imageMode: line === undefined && pictureCame ? 'whole' : 'lines',
      symbolMode: !codesCame && pictureCame ? 'picture' : 'commands',
      status,
    },
    warnings: [
      ...(line === undefined && !pictureCame ? (['noLetters'] as const) : []),
      ...(line !== undefined && !pictureCame ? (['noPictures'] as const) : []),
      ...(!codesCame && !pictureCame ? (['noCodes'] as const) : []),
    ],
  };
}
