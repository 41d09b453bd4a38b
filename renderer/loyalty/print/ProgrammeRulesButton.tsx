/** The button that makes the PDF of the programme's rules in three languages. */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { PrintJob } from '../../ui/PrintJob.tsx';
import { pdfFileName } from '../../ui/pdfFileName.ts';

export function PrintRulesButton() {
  const { t } = useTranslation();
  const { shop } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('loyalty.programme.printRules')}
      </Button>
      {isOpen && (
        <PrintJob
          what={{ kind: 'programmeRules', id: 'now' }}
          title={t('loyalty.programme.printTitle')}
          fileName={pdfFileName('bonus', shop.name, shop.businessDay)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
