/** The button that prints the programme's rules: on A4 in three languages, or on the receipt printer in one of them. */
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter, IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../../shared/text.ts';
import { api } from '../../app/api.ts';
import { languageNames } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { useIntention } from '../../app/useTill.ts';
import { useRefusalWords } from '../../ui/ErrorAnswer.tsx';
import { PrintJob } from '../../ui/PrintJob.tsx';
import { pdfFileName } from '../../ui/pdfFileName.ts';

export function PrintRulesButton() {
  const { t } = useTranslation();
  const { shop } = useSession();
  const refusalWords = useRefusalWords();
  const print = useIntention(api.loyalty.printRules);
  const [isPage, setPage] = useState(false);
  const onReceipt = async (language: Language) => {
    const answer = await print.send({ language });
    const message = answer.ok ? t('loyalty.programme.rulesSent') : refusalWords(answer.error);
    notifications.show({ message, color: answer.ok ? 'green' : 'red' });
  };
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            loading={print.isSending}
            leftSection={<IconPrinter size={20} aria-hidden="true" />}
          >
            {t('loyalty.programme.printRules')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPrinter size={20} aria-hidden="true" />} onClick={() => setPage(true)}>
            {t('loyalty.programme.onPage')}
          </Menu.Item>
          {languages.map((language) => (
            <Menu.Item
              key={language}
              leftSection={<IconReceipt size={20} aria-hidden="true" />}
              onClick={() => void onReceipt(language)}
            >
              {t('loyalty.programme.onReceipt', { language: languageNames[language] })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {isPage && (
        <PrintJob
          what={{ kind: 'programmeRules', id: 'now' }}
          title={t('loyalty.programme.printTitle')}
          fileName={pdfFileName('bonus', shop.name, shop.businessDay)}
          onClose={() => setPage(false)}
        />
      )}
    </>
  );
}
