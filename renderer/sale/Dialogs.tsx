/** The one question that is open over the sell screen. */
import { BonusDialog } from './BonusDialog.tsx';
import { ClearQuestion } from './ClearQuestion.tsx';
import { CustomerQuestion, RegisterCardQuestion } from './CustomerQuestion.tsx';
import { DiscountDialog } from './DiscountDialog.tsx';
import { ExplainDialog } from './ExplainDialog.tsx';
import { GoodwillDialog } from './GoodwillDialog.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { MakeProductDialog } from './MakeProductDialog.tsx';
import type { ParkedBasket } from './ParkedChips.tsx';
import { ParkedDialog } from './ParkedDialog.tsx';
import { PriceCheckDialog } from './PriceCheckDialog.tsx';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { useSelling } from './selling.ts';

export interface DialogsProps {
  parked: readonly ParkedBasket[];
  give: (code: string, customerId: string) => Promise<boolean>;
}

export function Dialogs({ parked, give }: DialogsProps) {
  const { dialog } = useSelling();
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'help':
      return <HelpDialog />;
    case 'priceCheck':
      return <PriceCheckDialog />;
    case 'parked':
      return <ParkedDialog parked={parked} />;
    case 'bonus':
      return <BonusDialog />;
    case 'clear':
      return <ClearQuestion />;
    case 'discount':
      return <DiscountDialog />;
    case 'explain':
      return <ExplainDialog />;
    case 'goodwill':
      return <GoodwillDialog code={dialog.code} />;
    case 'makeProduct':
      return <MakeProductDialog lineId={dialog.lineId} code={dialog.code} />;
    case 'receipt':
      return <ReceiptDialog saleId={dialog.saleId} attachCode={dialog.attachCode} />;
    case 'customer':
      return <CustomerQuestion key={dialog.text} question={dialog} give={give} />;
    case 'registerCard':
      return <RegisterCardQuestion customerId={dialog.customerId} />;
  }
}
