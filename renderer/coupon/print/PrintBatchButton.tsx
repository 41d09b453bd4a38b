/** The button of a batch that makes the PDF of its sheets; a batch of another kind has none. */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchKind } from '../../../shared/coupon/contractBatch.ts';
import { useSession } from '../../app/session.tsx';
import { PrintJob } from '../../ui/PrintJob.tsx';
import { pdfFileName } from '../../ui/pdfFileName.ts';
import { isSheetKind } from './layouts.ts';

interface PrintBatchButtonProps {
  readonly batchId: string;
  readonly kind: BatchKind;
  /** What the batch is called; it names the file. */
  readonly label: string;
  /** True while its codes are still being made, or when it is void. */
  readonly isDisabled?: boolean;
}

export function PrintBatchButton({ batchId, kind, label, isDisabled = false }: PrintBatchButtonProps) {
  const { t } = useTranslation();
  const { shop } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (!isSheetKind(kind)) return null;
  return (
    <>
      <Button
        variant="default"
        disabled={isDisabled}
        leftSection={<IconPrinter size={20} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('coupon.print.button')}
      </Button>
      {isOpen && (
        <PrintJob
          what={{ kind: 'couponBatch', id: batchId }}
          title={t('coupon.print.title', { label })}
          fileName={pdfFileName('kupon', label, shop.businessDay)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
