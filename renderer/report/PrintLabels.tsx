/** The buttons that print labels: as PDF from the till, or with the browser's own dialog; then it is asked how they came out. */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../shared/report/labelContract.ts';
import type { LabelLayout } from '../../shared/report/labelLayout.ts';
import { labelCount, labelsFrom } from '../../shared/report/labelOrder.ts';
import type { Language } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { PrintJob } from '../ui/PrintJob.tsx';
import { PrintNow } from '../ui/PrintNow.tsx';
import { pdfFileName } from '../ui/pdfFileName.ts';
import { PriceTagSheets } from './print/PriceTagSheets.tsx';

export interface LabelsToPrint {
  readonly label: Label;
  readonly copies: number;
}

export interface LabelPaper {
  readonly layout: LabelLayout;
  readonly language: Language;
  readonly day: BusinessDay;
}

interface PrintLabelsProps {
  items: readonly LabelsToPrint[];
  paper: LabelPaper;
  onError: (error: TillError | null) => void;
  /** A print dialog was closed; prices may change before the labels hang, so they are told as they were. */
  onPrinted: (labels: readonly Label[]) => void;
}

/** What is being printed: an order that the press reads, or sheets in this page for the browser's dialog. */
type Printing = { readonly orderId: string | null; readonly items: readonly LabelsToPrint[] };

export function PrintLabels({ items, paper, onError, onPrinted }: PrintLabelsProps) {
  const { t } = useTranslation();
  const make = useIntention(api.report.makeLabels);
  const [printing, setPrinting] = useState<Printing | null>(null);
  const count = labelCount(items);
  const makePdf = async () => {
    const wanted = items.map(({ label, copies }) => ({ productId: label.productId, copies }));
    const answer = await make.send({ ...paper, items: wanted });
    onError(answer.ok ? null : answer.error);
    if (answer.ok) setPrinting({ orderId: answer.data.orderId, items });
  };
  const done = () => {
    if (printing !== null) onPrinted(printing.items.map(({ label }) => label));
    setPrinting(null);
  };
  return (
    <>
      {count > 0 && (
        <>
          <Button variant="default" onClick={() => setPrinting({ orderId: null, items })}>
            {t('report.tags.dialog')}
          </Button>
          <Button
            leftSection={<IconPrinter size={20} aria-hidden="true" />}
            loading={make.isSending}
            onClick={() => void makePdf()}
          >
            {t('report.tags.print', { count })}
          </Button>
        </>
      )}
      {printing !== null && <Printing printing={printing} paper={paper} onDone={done} />}
    </>
  );
}

interface PrintingProps {
  printing: Printing;
  paper: LabelPaper;
  onDone: () => void;
}

function Printing({ printing: { orderId, items }, paper, onDone }: PrintingProps) {
  const { t } = useTranslation();
  if (orderId === null) {
    const labels = labelsFrom(items, 0, labelCount(items)).map(({ label }) => label);
    return (
      <PrintNow onDone={onDone}>
        <PriceTagSheets tags={labels} {...paper} />
      </PrintNow>
    );
  }
  return (
    <PrintJob
      what={{ kind: 'labels', id: orderId }}
      title={t('report.tags.pdfTitle', { layout: t(`report.tags.layouts.${paper.layout}`) })}
      fileName={pdfFileName('yorliq', paper.layout, paper.day)}
      onClose={onDone}
    />
  );
}
