/** Erasing a customer: what goes, what stays, what must be settled first, and where copies are left. */
import { Alert, Button, Checkbox, Group, List, Modal, Stack, Text } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EraseBlock } from '../../shared/customer/eraseContract.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { type Erased, ErasedAnswer } from './ErasedAnswer.tsx';

type Preview = Extract<Awaited<ReturnType<typeof api.customer.erasePreview>>, { readonly ok: true }>['data'];

/** The button on a customer's page; nothing for whoever may not. */
export function EraseCustomer({ customerId, name }: { customerId: string; name: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!useMay('customer.erase')) return null;
  return (
    <>
      <Button
        variant="light"
        color="red"
        leftSection={<IconUserOff size={20} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('customer.erase.open')}
      </Button>
      {isOpen && <EraseDialog customerId={customerId} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

interface DialogProps {
  customerId: string;
  name: string;
  onClose: () => void;
}

function EraseDialog({ customerId, name, onClose }: DialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [erased, setErased] = useState<Erased | null>(null);
  // Once they are erased there is nobody to ask about any more.
  const preview = useTill(
    api.customer.erasePreview,
    { customerId },
    { isOn: erased === null, forgets: true },
  );
  const leave = () => void navigate({ to: '/customers' });
  return (
    <Modal
      opened
      size="lg"
      onClose={erased === null ? onClose : leave}
      title={t('customer.erase.title', { name: name === '' ? t('customer.noName') : name })}
    >
      {erased === null ? (
        <>
          <ErrorAnswer error={preview.error} />
          {preview.data !== undefined && (
            <EraseForm preview={preview.data} onClose={onClose} onErased={setErased} />
          )}
        </>
      ) : (
        <ErasedAnswer erased={erased} onClose={leave} />
      )}
    </Modal>
  );
}

interface FormProps {
  preview: Preview;
  onClose: () => void;
  onErased: (erased: Erased) => void;
}

function EraseForm({ preview, onClose, onErased }: FormProps) {
  const { t } = useTranslation();
  const [isSure, setSure] = useState(false);
  const [replaceBackups, setReplaceBackups] = useState(preview.backupFolder !== '');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<TillError | null>(null);
  const isBlocked = preview.blocks.length > 0;
  async function erase() {
    setBusy(true);
    const { customerId } = preview;
    const answer = await api.customer.erase({ customerIds: [customerId], cause: 'wish', replaceBackups });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) onErased(answer.data);
  }
  return (
    <Stack gap="md">
      {isBlocked ? <Blocked blocks={preview.blocks} /> : <Consequences preview={preview} />}
      {!isBlocked && (
        <BackupChoice preview={preview} isReplacing={replaceBackups} onChange={setReplaceBackups} />
      )}
      {!isBlocked && (
        <Checkbox
          size="md"
          label={t('customer.erase.sure')}
          checked={isSure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
      )}
      <ErrorAnswer error={error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} disabled={isBusy}>
          {t('common.cancel')}
        </Button>
        <Button color="red" disabled={!isSure || isBlocked} loading={isBusy} onClick={() => void erase()}>
          {t('customer.erase.act')}
        </Button>
      </Group>
    </Stack>
  );
}

/** One line for everything that must be settled first. */
export function useBlockWords(): (block: EraseBlock) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ kind, count, amountSom }) =>
    t(`customer.erase.block.${kind}`, {
      count,
      amount: amountSom === null ? '' : format.som(amountSom),
    });
}

function Blocked({ blocks }: { blocks: readonly EraseBlock[] }) {
  const { t } = useTranslation();
  const wordsOf = useBlockWords();
  return (
    <Alert color="amber" title={t('customer.erase.first')}>
      <List spacing="xs">
        {blocks.map((block) => (
          <List.Item key={block.kind}>{wordsOf(block)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Consequences({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { receipts, paidSom, bonusSom, coupons, cards, merged } = preview;
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>{t('customer.erase.goes')}</Text>
        <List>
          <List.Item>{t('customer.erase.goesWords')}</List.Item>
          {merged > 0 && <List.Item>{t('customer.erase.goesMerged', { count: merged })}</List.Item>}
          {bonusSom > 0 && (
            <List.Item>{t('customer.erase.goesBonus', { amount: format.number(bonusSom) })}</List.Item>
          )}
          {coupons > 0 && <List.Item>{t('customer.erase.goesCoupons', { count: coupons })}</List.Item>}
          {cards > 0 && <List.Item>{t('customer.erase.goesCards', { count: cards })}</List.Item>}
        </List>
      </div>
      <div>
        <Text fw={600}>{t('customer.erase.stays')}</Text>
        <List>
          <List.Item>
            {t('customer.erase.staysReceipts', { count: receipts, amount: format.som(paidSom) })}
          </List.Item>
          <List.Item>{t('customer.erase.staysPaper')}</List.Item>
        </List>
      </div>
    </Stack>
  );
}

interface ChoiceProps {
  preview: Preview;
  isReplacing: boolean;
  onChange: (isReplacing: boolean) => void;
}

/** Copies of the shop that still hold the person, and what becomes of them. */
function BackupChoice({ preview, isReplacing, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const { olderBackups, backupFolder, isSecondFolderGone } = preview;
  return (
    <Stack gap="sm">
      {backupFolder !== '' && (
        <Checkbox
          size="md"
          label={t('customer.erase.replaceBackups', { count: olderBackups.length })}
          description={t('customer.erase.replaceBackupsHint', { folder: backupFolder })}
          checked={isReplacing}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )}
      {isSecondFolderGone && <Alert color="amber">{t('customer.erase.secondGone')}</Alert>}
      <Text size="sm" c="dimmed">
        {t('customer.erase.copiesElsewhere')}
      </Text>
    </Stack>
  );
}
