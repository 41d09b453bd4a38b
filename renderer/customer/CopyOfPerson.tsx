/** Gives a customer a copy of everything the shop holds of them: a page to read and a file for programs. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { saveFile } from '../app/saveFile.ts';
import { useMay, useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';

interface Copy {
  readonly name: string;
  readonly json: string;
  readonly html: string;
}

/** The button on a customer's page; nothing for whoever may not. */
export function CopyOfPerson({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const mayExport = useMay('customer.exportPerson');
  const seesPhones = useMay('customer.seePhones');
  if (!mayExport || !seesPhones) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={20} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('customer.copy.open')}
      </Button>
      {isOpen && <CopyDialog customerId={customerId} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Two buttons for two files: a browser asks before it saves several at once. */
function CopyDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { shop } = useSession();
  const make = useIntention(api.report.personExport);
  const [copy, setCopy] = useState<Copy | null>(null);
  const send = async () => {
    const answer = await make.send({ customerId });
    if (answer.ok) setCopy(answer.data);
  };
  const save = (ending: 'html' | 'json', content: string, type: string) =>
    saveFile(`${copy?.name ?? ''}-${shop.businessDay}.${ending}`, new Blob([content], { type }));
  return (
    <Modal opened onClose={onClose} size="lg" title={t('customer.copy.title')}>
      <Stack gap="md">
        <Text>{t('customer.copy.hint')}</Text>
        <ErrorAnswer error={make.error} />
        {copy === null ? (
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button loading={make.isSending} onClick={() => void send()}>
              {t('customer.copy.make')}
            </Button>
          </Group>
        ) : (
          <>
            <Alert color="green">{t('customer.copy.ready')}</Alert>
            <Group gap="sm">
              <Button onClick={() => save('html', copy.html, 'text/html;charset=utf-8')}>
                {t('customer.copy.page')}
              </Button>
              <Button variant="default" onClick={() => save('json', copy.json, 'application/json')}>
                {t('customer.copy.data')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
