/** How a receipt printer is reached: the few ways there are, and which words each of them needs. */
import { z } from 'zod';

/** The speeds serial receipt printers are set to. */
export const baudRates = [9600, 19_200, 38_400, 57_600, 115_200] as const;

/** What the system calls a printer. */
const queueNameSchema = z
  .string()
  .trim()
  .regex(/^[^-\p{Cc}][^\p{Cc}]{0,119}$/u);

/** Only what is a printer's by its name: nobody points the till at a disk. */
const devicePath = /^(\/dev\/(usb\/)?lp\d{1,2}|\/dev\/[0-9A-Za-z_-]*printer[0-9A-Za-z_-]*|LPT\d)$/i;
const serialPath = /^(COM\d{1,3}|\/dev\/(tty|cu\.|rfcomm|serial\/by-id\/)[0-9A-Za-z._:-]{1,80})$/i;

/**
 * How a printer is reached.
 *
 * | kind   | meaning                                                                                       |
 * |--------|-----------------------------------------------------------------------------------------------|
 * | none   | nowhere: papers are only kept                                                                 |
 * | file   | numbered job files in the directory `path`                                                    |
 * | tcp    | a raw network port, usually 9100                                                              |
 * | device | a device file such as /dev/usb/lp0                                                            |
 * | serial | a serial port, COM3 or /dev/ttyUSB0                                                           |
 * | queue  | the bare bytes through the system: a raw CUPS queue, or the spooler of Windows                |
 * | driver | a picture through the maker's driver, for printers that understand nothing else               |
 */
export const livePrinterConnectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path: z.string().trim().min(1).max(500) }).readonly(),
  z
    .object({
      kind: z.literal('tcp'),
      host: z.string().trim().min(1).max(253),
      port: z.int().min(1).max(65_535),
    })
    .readonly(),
  z.object({ kind: z.literal('device'), path: z.string().trim().regex(devicePath) }).readonly(),
  z
    .object({
      kind: z.literal('serial'),
      path: z.string().trim().regex(serialPath),
      baudRate: z.literal(baudRates),
    })
    .readonly(),
  // A name that begins with a hyphen would be an option of the program that prints.
  z.object({ kind: z.literal('queue'), name: queueNameSchema }).readonly(),
  z.object({ kind: z.literal('driver'), name: queueNameSchema }).readonly(),
]);
/** A connection that leads somewhere. */
export type LivePrinterConnection = z.infer<typeof livePrinterConnectionSchema>;

export const printerConnectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }).readonly(),
  ...livePrinterConnectionSchema.options,
]);
export type PrinterConnection = z.infer<typeof printerConnectionSchema>;
export type ConnectionKind = PrinterConnection['kind'];

/** A connection as it is or as it is being typed: some part of it may be missing or wrong. */
export type RoughConnection =
  | { readonly kind: 'file' | 'device' | 'serial'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number | null }
  | { readonly kind: 'queue' | 'driver'; readonly name: string };

/** Where a printer is reached, in one short word for lists: an address, a device, a name of the system's. */
export function placeOf(connection: RoughConnection): string {
  if (connection.kind === 'tcp') return `${connection.host}:${connection.port ?? ''}`;
  return 'name' in connection ? connection.name : connection.path;
}
