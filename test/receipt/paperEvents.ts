/** What a print job does to the paper, in the order in which it happens: what the decoder answers and the image is drawn from. */

export interface PrintedText {
  kind: 'line';
  text: string;
  bold: boolean;
  double: boolean;
  centred: boolean;
}

export interface PrintedBarcode {
  kind: 'barcode';
  system: 'CODE128' | 'JAN13';
  data: string;
  moduleDots: number;
  heightDots: number;
  readable: 'none' | 'above' | 'below' | 'both';
  centred: boolean;
}

export interface PrintedQr {
  kind: 'qr';
  data: string;
  model: number;
  moduleDots: number;
  level: 'L' | 'M' | 'Q' | 'H';
  centred: boolean;
}

export interface PrintedRaster {
  kind: 'raster';
  widthDots: number;
  heightDots: number;
  bits: Uint8Array;
  centred: boolean;
}

export type PaperEvent =
  | PrintedText
  | PrintedBarcode
  | PrintedQr
  | PrintedRaster
  | { kind: 'drawer'; pin: 2 | 5; onMilliseconds: number; offMilliseconds: number }
  | { kind: 'cut'; partial: boolean }
  | { kind: 'statusRequest'; command: 'DLE EOT' | 'GS r'; n: number }
  /** Asks for an answer with these four characters as soon as everything before is printed. */
  | { kind: 'processIdRequest'; id: string };

export type Of<Kind extends PaperEvent['kind']> = Extract<PaperEvent, { kind: Kind }>;
