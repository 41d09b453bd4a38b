/** One printer of the list: what it is, and what can be done with it. */
import { ActionIcon, Badge, Button, Menu, Paper, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconDots, IconEdit, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './PrinterCard.module.css';
import { canCalibrate, type Printer } from './printer.ts';
import { usePrinterWords } from './printerWords.ts';

export interface PrinterCardProps {
  printer: Printer;
  onEdit: () => void;
  onCalibrate: () => void;
}

export function PrinterCard({ printer, onEdit, onCalibrate }: PrinterCardProps) {
  const { t } = useTranslation();
  const test = useIntention(api.receipt.printTestSlip);
  const makeDefault = useIntention(api.receipt.makeDefault);
  const remove = useIntention(api.receipt.removePrinter);
  const [isRemoving, setRemoving] = useState(false);
  const printerId = printer.id;
  async function print() {
    const answer = await test.send({ printerId });
    if (answer.ok) notifications.show({ message: t('receipt.testSent'), color: 'green' });
  }
  async function putAway() {
    const answer = await remove.send({ printerId });
    setRemoving(false);
    if (answer.ok) notifications.show({ message: t('receipt.removed'), color: 'green' });
  }
  return (
    <Paper className={styles.paper}>
      <div className={styles.card}>
        <About printer={printer} />
        <div className={styles.acts}>
          {printer.connection.kind !== 'none' && (
            <Button variant="default" loading={test.isSending} onClick={() => void print()}>
              {t('receipt.testSlip')}
            </Button>
          )}
          {canCalibrate(printer) && (
            <Button variant="default" onClick={onCalibrate}>
              {t('receipt.calibrate')}
            </Button>
          )}
          <RarerActs
            printer={printer}
            onEdit={onEdit}
            onMakeDefault={() => void makeDefault.send({ printerId })}
            onRemove={() => setRemoving(true)}
          />
        </div>
      </div>
      <ErrorAnswer error={test.error ?? makeDefault.error ?? remove.error} />
      <ConfirmDialog
        isOpen={isRemoving}
        title={t('receipt.removeTitle', { name: printer.name })}
        action={t('receipt.remove')}
        isDangerous
        isBusy={remove.isSending}
        onConfirm={() => void putAway()}
        onCancel={() => setRemoving(false)}
      >
        <Text>{t(printer.isDefault ? 'receipt.removeDefaultHint' : 'receipt.removeHint')}</Text>
      </ConfirmDialog>
    </Paper>
  );
}

interface RarerActsProps {
  printer: Printer;
  onEdit: () => void;
  onMakeDefault: () => void;
  onRemove: () => void;
}

function RarerActs({ printer, onEdit, onMakeDefault, onRemove }: RarerActsProps) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" width={320} shadow="md" classNames={{ item: styles.item ?? '' }}>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={t('receipt.more', { name: printer.name })}>
          <IconDots size={20} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconEdit size={20} aria-hidden="true" />} onClick={onEdit}>
          {t('common.edit')}
        </Menu.Item>
        {!printer.isDefault && (
          <Menu.Item leftSection={<IconCheck size={20} aria-hidden="true" />} onClick={onMakeDefault}>
            {t('receipt.makeDefault')}
          </Menu.Item>
        )}
        <Menu.Item color="red" leftSection={<IconTrash size={20} aria-hidden="true" />} onClick={onRemove}>
          {t('receipt.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function About({ printer }: { printer: Printer }) {
  const { t } = useTranslation();
  const words = usePrinterWords();
  const { profile } = printer;
  return (
    <div className={styles.about}>
      <div className={styles.name}>
        {printer.name}
        {printer.isDefault && <Badge>{t('receipt.receiptsGoHere')}</Badge>}
      </div>
      <div className="muted">{words.place(printer)}</div>
      {printer.connection.kind !== 'none' && (
        <>
          <div className="muted">
            {[words.width(profile), words.cutter(profile), words.hasDrawer(profile)].join(' · ')}
          </div>
          <div className="muted">{words.status(profile)}</div>
        </>
      )}
    </div>
  );
}
