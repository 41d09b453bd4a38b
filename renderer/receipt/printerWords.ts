/** A printer in words, for lists and summaries: where it is, how wide it prints, what it can do and tell. */
import { useTranslation } from 'react-i18next';
import { placeOf } from '../../shared/printerConnection.ts';
import type { PrinterProfile } from '../../shared/receipt/printers.ts';
import type { Printer } from './printer.ts';

export interface PrinterWords {
  /** `Over the network · 192.168.1.50:9100`. */
  readonly place: (printer: Pick<Printer, 'connection'>) => string;
  readonly letters: (profile: PrinterProfile) => string;
  readonly width: (profile: PrinterProfile) => string;
  readonly cutter: (profile: PrinterProfile) => string;
  readonly drawer: (profile: PrinterProfile) => string;
  readonly hasDrawer: (profile: PrinterProfile) => string;
  readonly symbols: (profile: PrinterProfile) => string;
  /** What the printer tells of a paper. */
  readonly status: (profile: PrinterProfile) => string;
}

export function usePrinterWords(): PrinterWords {
  const { t } = useTranslation();
  return {
    place: ({ connection }) => {
      const kind = t(`receipt.connectionKind.${connection.kind}`);
      return connection.kind === 'none' ? kind : `${kind} · ${placeOf(connection)}`;
    },
    letters: ({ codePage, codePageNumber, imageMode }) => {
      if (imageMode === 'whole') return t('receipt.letters.picture');
      if (codePage === 'ascii') return t('receipt.letters.latin');
      return t('receipt.letters.page', { page: t(`receipt.codePage.${codePage}`), number: codePageNumber });
    },
    width: ({ columns }) => t(`receipt.width.${columns}`),
    cutter: ({ hasCutter }) => t(hasCutter ? 'receipt.cuts' : 'receipt.cutsNot'),
    drawer: ({ drawerPin }) =>
      t(drawerPin === null ? 'receipt.drawer.none' : `receipt.drawer.pin${drawerPin}`),
    hasDrawer: ({ drawerPin }) => t(drawerPin === null ? 'receipt.withoutDrawer' : 'receipt.withDrawer'),
    symbols: ({ symbolMode }) => t(`receipt.symbols.${symbolMode}`),
    status: ({ status }) => t(`receipt.tells.${status}`),
  };
}
