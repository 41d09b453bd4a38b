/** A customer's statement of debts for the signature: on the receipt printer, or as an A4 page. */
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileText, IconPrinter, IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { useRefusalWords } from '../ui/ErrorAnswer.tsx';
import { PrintJob } from '../ui/PrintJob.tsx';
import { pdfFileName } from '../ui/pdfFileName.ts';
import type { Debtor } from './RepayDialog.tsx';

export function StatementMenu({ debtor, isDisabled }: { debtor: Debtor; isDisabled: boolean }) {
  const { t } = useTranslation();
  const { shop } = useSession();
  const refusalWords = useRefusalWords();
  const print = useIntention(api.credit.printStatement);
  const [isPage, setPage] = useState(false);
  const onReceipt = async () => {
    const answer = await print.send({ customerId: debtor.customerId });
    const message = answer.ok ? t('credit.statement.sent') : refusalWords(answer.error);
    notifications.show({ message, color: answer.ok ? 'green' : 'red' });
  };
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            disabled={isDisabled}
            loading={print.isSending}
            leftSection={<IconFileText size={20} aria-hidden="true" />}
          >
            {t('credit.statement.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconReceipt size={20} aria-hidden="true" />}
            onClick={() => void onReceipt()}
          >
            {t('credit.statement.onReceipt')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPrinter size={20} aria-hidden="true" />} onClick={() => setPage(true)}>
            {t('credit.statement.onPage')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isPage && (
        <PrintJob
          what={{ kind: 'debtStatement', id: debtor.customerId }}
          title={t('credit.statement.title')}
          fileName={pdfFileName('qarz', debtor.name, shop.businessDay)}
          onClose={() => setPage(false)}
        />
      )}
    </>
  );
}
