/** What the till must know about how a receipt printer prints; how it is reached stands in ../printerConnection.ts. */
import { z } from 'zod';
import { codePages } from './codePages.ts';

export { type PrinterConnection, printerConnectionSchema } from '../printerConnection.ts';

/** Dots of one normal character cell: columns × 12 dots is the width of a line of text on every printer here. */
export const cellWidthDots = 12;
export const cellHeightDots = 24;

/**
 * What a printer can tell of itself, learnt at set-up by asking it:
 *
 * | status      | what it answers                                                  | the end of a job              |
 * |-------------|------------------------------------------------------------------|-------------------------------|
 * | processId   | GS ( H: "everything up to here is printed", with our own id      | printed                       |
 * | paperInTurn | GS r 1, carried out in turn                                      | printed                       |
 * | realTime    | DLE EOT only: whether it could print, not whether it did         | sent_unconfirmed              |
 * | none        | nothing (many USB and serial printers, every printer of a queue) | sent_unconfirmed              |
 */
export const statusCapabilities = ['processId', 'paperInTurn', 'realTime', 'none'] as const;
export type StatusCapability = (typeof statusCapabilities)[number];

/**
 * How a printer prints. `columns` is the width in normal characters, `dots` the printable width, `codePageNumber` the
 * number this printer gives the page in ESC t (it differs between makers), `drawerPin` the kick-out connector the cash
 * drawer hangs on (null: no drawer). `imageMode` 'whole' sends every line as a picture, for printers with no usable page;
 * `symbolMode` 'picture' draws bar codes and QR codes as dots, for printers that know no command for them.
 */
export const printerProfileSchema = z
  .object({
    columns: z.union([z.literal(32), z.literal(42), z.literal(48)]),
    dots: z.union([z.literal(384), z.literal(512), z.literal(576)]),
    codePage: z.enum(codePages),
    codePageNumber: z.int().min(0).max(255),
    hasCutter: z.boolean(),
    drawerPin: z.union([z.literal(0), z.literal(1), z.null()]),
    imageMode: z.enum(['lines', 'whole']),
    symbolMode: z.enum(['commands', 'picture']).default('commands'),
    /** Of a profile that is older than this question nothing is taken for granted until the till has asked. */
    status: z.enum(statusCapabilities).default('none'),
  })
  .refine((profile) => profile.columns * cellWidthDots <= profile.dots, {
    message: 'the columns do not fit on the dots',
  })
  .readonly();
export type PrinterProfile = z.infer<typeof printerProfileSchema>;

const paper80 = {
  columns: 48,
  dots: 576,
  hasCutter: true,
  drawerPin: 0,
  status: 'paperInTurn',
} as const;
const paper58 = { columns: 32, dots: 384, hasCutter: false, drawerPin: 0, status: 'realTime' } as const;
const cyrillicPage17 = {
  codePage: 'cp866',
  codePageNumber: 17,
  imageMode: 'lines',
  symbolMode: 'commands',
} as const;

/**
 * Profiles to start from; the test slip shows whether one fits, the calibration slip (calibration.ts) finds what does. Page
 * numbers of cp866: 17 on Epson, Xprinter and POS-5890, but 7 on Rongta, where 17 is Greek. (cp1251 is 46 on Epson, 23 on
 * Xprinter and POS-5890, 6 on Rongta.) An Epson TM-T88 has 512 dots and 42 columns.
 */
export const printerProfiles = {
  epson80: { ...paper80, ...cyrillicPage17 },
  xprinter80: { ...paper80, ...cyrillicPage17 },
  xprinter58: { ...paper58, ...cyrillicPage17 },
  rongta80: { ...paper80, ...cyrillicPage17, codePageNumber: 7 },
  pos5890: { ...paper58, ...cyrillicPage17 },
} as const satisfies Readonly<Record<string, PrinterProfile>>;
export type PrinterProfileName = keyof typeof printerProfiles;
