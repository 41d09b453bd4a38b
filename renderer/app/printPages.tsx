/** Which page stands behind each kind of print order. */
import type { ComponentType } from 'react';
import type { PrintKind, PrintOrder } from '../../shared/receipt/printAddress.ts';
import { CouponBatchPages } from '../coupon/print/CouponBatchPages.tsx';
import { GiftCertificatePages } from '../credit/print/GiftCertificatePages.tsx';
import { NotebookPages } from '../credit/print/NotebookPages.tsx';
import { StatementPages } from '../credit/print/StatementPages.tsx';
import { ConsentPages } from '../customer/print/ConsentPages.tsx';
import { CustomerCardPages } from '../customer/print/CustomerCardPages.tsx';
import { ProgrammeRulesPages } from '../loyalty/print/ProgrammeRulesPages.tsx';
import { CustomerDayPages } from '../report/print/CustomerDayPages.tsx';
import { InspectionPages } from '../report/print/InspectionPages.tsx';
import { LabelPages } from '../report/print/LabelPages.tsx';
import { MonthPages } from '../report/print/MonthPages.tsx';
import { ReconciliationPages } from '../report/print/ReconciliationPages.tsx';

export interface PrintPageProps {
  readonly order: PrintOrder;
  /** The sheets stand in the page; `sheets` is how many the whole thing has. */
  readonly onReady: (sheets: number) => void;
  readonly onFailed: (code: string) => void;
}

export const printPages: Readonly<Record<PrintKind, ComponentType<PrintPageProps>>> = {
  couponBatch: CouponBatchPages,
  debtStatement: StatementPages,
  debtNotebook: NotebookPages,
  giftCertificate: GiftCertificatePages,
  programmeRules: ProgrammeRulesPages,
  month: MonthPages,
  inspection: InspectionPages,
  customerDay: CustomerDayPages,
  labels: LabelPages,
  customerCards: CustomerCardPages,
  customerConsent: ConsentPages,
  reconciliation: ReconciliationPages,
};
