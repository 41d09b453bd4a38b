/** The one question that is open over the sell screen. */
import type { ReactNode } from 'react';
import { RepayDialog } from '../credit/RepayDialog.tsx';
import { SurpriseDialog } from '../loyalty/SurpriseDialog.tsx';
import { DocumentOnScreen } from '../receipt/PaperOnScreen.tsx';
import { AccountDialog } from './AccountDialog.tsx';
import { BonusDialog } from './BonusDialog.tsx';
import { ClearQuestion } from './ClearQuestion.tsx';
import { CreditDialog } from './CreditDialog.tsx';
import { CustomerQuestion, RegisterCardQuestion } from './CustomerQuestion.tsx';
import { DiscountDialog } from './DiscountDialog.tsx';
import { ExplainDialog } from './ExplainDialog.tsx';
import { GiftCardDialog } from './GiftCardDialog.tsx';
import { GoodwillDialog } from './GoodwillDialog.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { MakeProductDialog } from './MakeProductDialog.tsx';
import { PaperDialog } from './PaperDialog.tsx';
import type { ParkedBasket } from './ParkedChips.tsx';
import { ParkedDialog } from './ParkedDialog.tsx';
import { PriceCheckDialog } from './PriceCheckDialog.tsx';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { ReceiptOnScreen } from './ReceiptOnScreen.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';
import { RoundUpDialog } from './RoundUpDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { SwitchSeller } from './SwitchSeller.tsx';
import { askForCustomer, type ServiceQuestion, useSelling } from './selling.ts';

export interface DialogsProps {
  parked: readonly ParkedBasket[];
  give: (code: string, customerId: string) => Promise<boolean>;
  /** The owner's look at the day, which the rooms above know. */
  peek: (onClose: () => void) => ReactNode;
  /** What a customer says beside a purchase, which the rooms above write down. */
  service: (question: ServiceQuestion, around: AroundQuestion) => ReactNode;
}

/** What the sell screen knows when a customer begins to speak. */
export interface AroundQuestion {
  /** At the counter now; null for somebody without a card. */
  readonly customer: { readonly id: string; readonly name: string } | null;
  /** The receipt that was scanned last, else the sale just done; null without either. */
  readonly saleId: string | null;
  readonly onClose: () => void;
}

export function Dialogs({ parked, give, peek, service }: DialogsProps) {
  const { dialog, show } = useSelling();
  switch (dialog?.kind) {
    case undefined:
    case 'printer':
      return null;
    case 'help':
      return <HelpDialog />;
    case 'switchSeller':
      return <SwitchSeller />;
    case 'peek':
      return peek(() => show(null));
    case 'service':
      return <Service question={dialog.question} service={service} />;
    case 'surprise':
      return <Surprise give={give} />;
    case 'priceCheck':
      return <PriceCheckDialog />;
    case 'parked':
      return <ParkedDialog parked={parked} />;
    case 'split':
      return <SplitDialog />;
    case 'return':
      return <ReturnDialog saleId={dialog.saleId} />;
    case 'paper':
      return <PaperDialog />;
    case 'bonus':
      return <BonusDialog />;
    case 'giftCard':
      return <GiftCardDialog />;
    case 'account':
      return <AccountDialog />;
    case 'sellOnCredit':
      return <CreditDialog />;
    case 'roundUp':
      return <RoundUpDialog />;
    case 'repay':
      return <RepayQuestion customerId={dialog.customerId} />;
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
    case 'onScreen':
      return <OnScreen document={dialog} onClose={() => show(null)} />;
    case 'receipt':
      return <ReceiptDialog saleId={dialog.saleId} attachCode={dialog.attachCode} />;
    case 'customer':
      return <CustomerQuestion key={dialog.text} question={dialog} give={give} />;
    case 'registerCard':
      return <RegisterCardQuestion customerId={dialog.customerId} />;
  }
}

function Service({ question, service }: { question: ServiceQuestion } & Pick<DialogsProps, 'service'>) {
  const { basket, scannedReceipt, finished, show } = useSelling();
  const { customerId: id, name } = basket?.customer ?? { customerId: null, name: '' };
  return service(question, {
    customer: id === null ? null : { id, name },
    saleId: scannedReceipt?.saleId ?? finished?.sale.saleId ?? null,
    onClose: () => show(null),
  });
}

/** A gift for whoever is attached; with nobody there it is asked first who stands at the counter. */
function Surprise({ give }: Pick<DialogsProps, 'give'>) {
  const { basket, queue, say, show } = useSelling();
  const customer = basket?.customer ?? null;
  if (customer === null) return <CustomerQuestion question={askForCustomer} give={give} />;
  const onGiven = (words: string) => {
    say({ tone: 'good', words });
    show(null);
    // What was given may be spent in this basket already.
    void queue.reread();
  };
  const { customerId: id, name, isRegistered } = customer;
  return (
    <SurpriseDialog customer={{ id, name, isRegistered }} onGiven={onGiven} onClose={() => show(null)} />
  );
}

/** The attached customer pays back what they owe, beside the basket, which then shows what is still owed. */
function RepayQuestion({ customerId }: { customerId: string }) {
  const { basket, queue, show } = useSelling();
  const close = () => {
    show(null);
    void queue.reread();
  };
  const name = basket?.customer?.name ?? '';
  return <RepayDialog debtor={{ customerId, name }} onClose={close} />;
}

interface OnScreenProps {
  document: { readonly documentKind: string; readonly documentId: string };
  onClose: () => void;
}

/** A sale is told by its own room, which knows it in a shop without a printer too. */
function OnScreen({ document, onClose }: OnScreenProps) {
  return document.documentKind === 'sale' ? (
    <ReceiptOnScreen saleId={document.documentId} onClose={onClose} />
  ) : (
    <DocumentOnScreen document={document} onClose={onClose} />
  );
}
