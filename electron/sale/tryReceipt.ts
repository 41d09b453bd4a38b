/** The verb sale.tryReceipt: a sample receipt as a form that is still being edited would print it. */
import { previewOf } from '../../shared/receipt/preview.ts';
import { type PrinterProfile, printerProfiles } from '../../shared/receipt/printers.ts';
import { saleContract } from '../../shared/sale/contract.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import { businessDayOf } from '../../shared/time.ts';
import { defaultPrinter } from '../receipt/queries.ts';
import { readingVerb } from '../verb.ts';
import { saleReceipt } from './paper.ts';
import { logoBlock } from './receiptExtras.ts';
import { sampleReceipt } from './sampleReceipt.ts';

type Columns = PrinterProfile['columns'];

export const tryReceipt = readingVerb(saleContract.tryReceipt, async (scope, { form, language, columns }) => {
  const printer = await defaultPrinter(scope.db);
  const profile = profileOf(columns, printer?.profile ?? null);
  const settings = { ...scope.settings, receiptForm: form };
  const paper = sampleReceipt({
    settings,
    language,
    at: scope.now,
    day: businessDayOf(scope.now, calendarOf(settings)),
    logo: form.showsLogo ? await logoBlock(scope.db, profile.dots) : null,
  });
  return { preview: previewOf(saleReceipt(paper), profile) };
});

/** The shop's own printer where it has that width; else a usual one. */
function profileOf(columns: Columns, own: PrinterProfile | null): PrinterProfile {
  if (own?.columns === columns) return own;
  if (columns === 32) return printerProfiles.xprinter58;
  return columns === 48 ? printerProfiles.epson80 : { ...printerProfiles.epson80, columns: 42, dots: 512 };
}
