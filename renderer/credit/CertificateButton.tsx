/** Makes the PDF of a gift certificate: a card of A6 to be cut out of a sheet of A4. */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.tsx';
import { PrintJob } from '../ui/PrintJob.tsx';
import { pdfFileName } from '../ui/pdfFileName.ts';

export function CertificateButton({ number }: { number: string }) {
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
        {t('credit.giftCard.certificate')}
      </Button>
      {isOpen && (
        <PrintJob
          what={{ kind: 'giftCertificate', id: number }}
          title={t('credit.giftCard.certificate')}
          fileName={pdfFileName('sertifikat', number, shop.businessDay)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
