/** What the till must know about a receipt printer: how it prints and how it is reached. */
import { z } from 'zod';

/** Dots of one normal character cell: columns × 12 dots is the width of a line of text on every printer here. */
export const cellWidthDots = 12;
export const cellHeightDots = 24;

/**
 * How a printer prints. `columns` is the width in normal characters, `dots` the printable width, `codePageNumber` the
 * number this printer gives the page in ESC t (it differs between makers), `drawerPin` the kick-out connector the cash
 * drawer hangs on (null: no drawer). `imageMode` 'whole' sends every line as a picture, for printers with no usable page.
 */
export const printerProfileSchema = z
  .object({
    columns: z.union([z.literal(32), z.literal(42), z.literal(48)]),
    dots: z.union([z.literal(384), z.literal(512), z.literal(576)]),
    codePage: z.enum(['cp866', 'cp1251', 'ascii']),
    codePageNumber: z.int().min(0).max(255),
    hasCutter: z.boolean(),
    drawerPin: z.union([z.literal(0), z.literal(1), z.null()]),
    imageMode: z.enum(['lines', 'whole']),
  })
  .refine((profile) => profile.columns * cellWidthDots <= profile.dots, {
    message: 'the columns do not fit on the dots',
  })
  .readonly();
export type PrinterProfile = z.infer<typeof printerProfileSchema>;

/** How a printer is reached: nowhere, numbered job files in the directory `path`, or a raw network port (usually 9100). */
export const printerConnectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }).readonly(),
  z.object({ kind: z.literal('file'), path: z.string().min(1) }).readonly(),
  z
    .object({
      kind: z.literal('tcp'),
      host: z.string().trim().min(1).max(253),
      port: z.int().min(1).max(65_535),
    })
    .readonly(),
]);
export type PrinterConnection = z.infer<typeof printerConnectionSchema>;

const paper80 = { columns: 48, dots: 576, hasCutter: true, drawerPin: 0 } as const;
const paper58 = { columns: 32, dots: 384, hasCutter: false, drawerPin: 0 } as const;
const cyrillicPage17 = { codePage: 'cp866', codePageNumber: 17, imageMode: 'lines' } as const;

/**
 * Profiles to start from; the test slip shows whether one fits. Page numbers of cp866: 17 on Epson, Xprinter and POS-5890,
 * but 7 on Rongta, where 17 is Greek. (cp1251 is 46 on Epson, 23 on Xprinter and POS-5890, 6 on Rongta.) An Epson TM-T88
 * has 512 dots and 42 columns.
 */
export const printerProfiles = {
  epson80: { ...paper80, ...cyrillicPage17 },
  xprinter80: { ...paper80, ...cyrillicPage17 },
  xprinter58: { ...paper58, ...cyrillicPage17 },
  rongta80: { ...paper80, ...cyrillicPage17, codePageNumber: 7 },
  pos5890: { ...paper58, ...cyrillicPage17 },
} as const satisfies Readonly<Record<string, PrinterProfile>>;
export type PrinterProfileName = keyof typeof printerProfiles;
