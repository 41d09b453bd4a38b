/** Every verb of printerContract.ts with the code that does it. */
import type { TillParts } from '../parts.ts';
import { foundPrinters, probePrinter, type SetUpRooms } from './setUpVerbs.ts';
import { printCalibration, printTestSlip, tryDrawer } from './slipVerbs.ts';
import { makeDefault, printers, removePrinter, savePrinter } from './verbsOfPrinters.ts';

export function printerVerbs(parts: TillParts, rooms: Pick<SetUpRooms, 'hasOwner'>) {
  return {
    printers,
    savePrinter,
    makeDefault,
    removePrinter,
    printTestSlip: printTestSlip(parts),
    foundPrinters: foundPrinters({ ...rooms, hasDriverPress: parts.shell === 'desktop' }),
    printCalibration: printCalibration(parts),
    probePrinter: probePrinter(parts),
    tryDrawer: tryDrawer(parts),
  };
}
