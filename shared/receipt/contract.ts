/** What a screen may ask of paper: printers, papers on their way, papers that came out, sheets as PDF. */
import { papersVerbs } from './papersContract.ts';
import { pdfContract } from './pdfContract.ts';
import { printerVerbs } from './printerContract.ts';
import { spoolVerbs } from './spoolContract.ts';

export const receiptContract = {
  ...printerVerbs,
  ...spoolVerbs,
  ...papersVerbs,
  ...pdfContract,
};
