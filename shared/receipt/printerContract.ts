/** What a screen may ask of the printers: their list, set-up, calibration and tests. */
import { z } from 'zod';
import { actVerb, readVerb, writeVerb } from '../verb.ts';
import { idSchema, someWords } from '../wire.ts';
import { printerConnectionSchema, printerProfileSchema, statusCapabilities } from './printers.ts';

export const printerSchema = z.object({
  id: idSchema,
  name: z.string(),
  connection: printerConnectionSchema,
  profile: printerProfileSchema,
  /** Receipts go to it. */
  isDefault: z.boolean(),
});

/** What this PC sees of printers; every list may be empty. */
export const foundPrintersSchema = z.object({
  /** Device files such as /dev/usb/lp0. */
  devices: z.array(z.string()),
  serialPorts: z.array(z.object({ path: z.string(), label: z.string() })),
  /** What the system calls the printers that are installed in it. */
  queues: z.array(z.string()),
  /** Whether this shell can print a picture through a maker's driver. */
  hasDriver: z.boolean(),
});

export const printerVerbs = {
  /** Printers that are in use, the default one first. */
  printers: readVerb({
    action: 'receipt.preview',
    input: z.object({}),
    output: z.object({ printers: z.array(printerSchema) }),
    refusals: {},
  }),
  /** A null `printerId` adds one. The first printer of a shop is its default. */
  savePrinter: writeVerb({
    action: 'receipt.manage',
    input: {
      printerId: idSchema.nullable(),
      name: someWords(60),
      connection: printerConnectionSchema,
      profile: printerProfileSchema,
    },
    output: z.object({ printer: printerSchema }),
    refusals: {},
  }),
  /** Receipts go to this printer from now on; papers that wait for another stay with it. */
  makeDefault: writeVerb({
    action: 'receipt.manage',
    input: { printerId: idSchema },
    output: z.object({}),
    refusals: {},
  }),
  /** Puts a printer away. Papers that wait for it must be settled first; another printer takes its place as the default. */
  removePrinter: writeVerb({
    action: 'receipt.manage',
    input: { printerId: idSchema },
    output: z.object({}),
    refusals: { PrinterHasWork: z.object({ waiting: z.int() }) },
  }),
  printTestSlip: writeVerb({
    action: 'receipt.manage',
    input: { printerId: idSchema },
    output: z.object({ jobId: idSchema }),
    refusals: {},
  }),
  /**
   * What this PC sees: device files, serial ports, printers of the system. Anyone may ask as long as the shop has no owner:
   * the first start suggests them.
   */
  foundPrinters: readVerb({
    action: 'anyone',
    input: z.object({}),
    output: foundPrintersSchema,
    refusals: {},
  }),
  /** Prints the slip of numbered lines; the number of the readable one says which page the printer has (calibration.ts). */
  printCalibration: writeVerb({
    action: 'receipt.manage',
    input: { printerId: idSchema },
    output: z.object({ jobId: idSchema }),
    refusals: {},
  }),
  /** Asks the printer what it can tell of itself, and prints nothing. */
  probePrinter: actVerb({
    action: 'receipt.manage',
    input: z.object({ printerId: idSchema }),
    output: z.object({ status: z.enum(statusCapabilities) }),
    refusals: { PrinterNotReached: z.object({ reason: z.string() }) },
  }),
  /** Opens the drawer by one of the two pins, so that the owner sees which one it hangs on. */
  tryDrawer: writeVerb({
    action: 'receipt.manage',
    input: { printerId: idSchema, pin: z.union([z.literal(0), z.literal(1)]) },
    output: z.object({ jobId: idSchema }),
    refusals: {},
  }),
};
