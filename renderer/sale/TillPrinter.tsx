/** The printer's badge in the top bar, with the number of the receipt that needs somebody. */
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { PrinterBadge } from '../receipt/PrinterBadge.tsx';
import { useSelling } from './selling.ts';

export function TillPrinter() {
  const { dialog, show } = useSelling();
  const problem = useTill(api.receipt.state, {}).data?.problem ?? null;
  const saleId = problem?.documentKind === 'sale' ? problem.documentId : '';
  const receipt = useTill(api.sale.receipt, { saleId }, { isOn: saleId !== '' }).data;
  return (
    <PrinterBadge
      isOpen={dialog?.kind === 'printer'}
      onOpen={(isOpen) => show(isOpen ? { kind: 'printer' } : null)}
      number={saleId === '' ? null : (receipt?.summary.number ?? null)}
      onShow={({ documentKind, documentId }) => show({ kind: 'onScreen', documentKind, documentId })}
    />
  );
}
