/** An archive of the journal for a period, which anybody can check on any computer without this program. */
import { Alert, Button, Code, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BusinessDay, isBusinessDay } from '../../shared/time.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';

type Made = Extract<Awaited<ReturnType<typeof api.journal.archive>>, { readonly ok: true }>['data'];

export function ArchiveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Modal opened onClose={onClose} title={t('report.archive.title')} size={640}>
      {made === null ? <ArchiveForm onMade={setMade} /> : <Ready made={made} onClose={onClose} />}
    </Modal>
  );
}

function ArchiveForm({ onMade }: { onMade: (made: Made) => void }) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const usual = useTill(api.shop.settings, {}).data?.backupFolder ?? '';
  const [from, setFrom] = useState<string | null>(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState<string | null>(today);
  const [folder, setFolder] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<TillError | null>(null);
  const path = (folder ?? usual).trim();
  const isReady = from !== null && to !== null && isBusinessDay(from) && isBusinessDay(to) && path !== '';
  async function make(event: FormEvent) {
    event.preventDefault();
    if (!isReady || isBusy) return;
    setBusy(true);
    const days = { from: from as BusinessDay, to: to as BusinessDay };
    const answer = await api.journal.archive({ ...days, folder: path });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) onMade(answer.data);
  }
  return (
    <form onSubmit={(event) => void make(event)} noValidate>
      <Stack gap="md">
        <Text>{t('report.archive.hint')}</Text>
        <Group grow>
          <DayInput label={t('report.journal.from')} value={from} onChange={setFrom} />
          <DayInput label={t('report.journal.to')} value={to} onChange={setTo} />
        </Group>
        <TextInput
          label={t('report.archive.folder')}
          autoComplete="off"
          value={folder ?? usual}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
        <ErrorAnswer error={error} />
        <Group justify="flex-end">
          <Button type="submit" disabled={!isReady} loading={isBusy}>
            {t('report.archive.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Ready({ made, onClose }: { made: Made; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="md">
      <Alert color="green" role="status" title={t('report.archive.made')}>
        {t('report.archive.documents', {
          documents: format.number(made.documents),
          from: format.number(made.firstSequence),
          to: format.number(made.lastSequence),
        })}
      </Alert>
      <Code block>{made.folder}</Code>
      <Text>{t('report.archive.check')}</Text>
      <Code block>node verify.mjs</Code>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('report.archive.key', { key: made.key })}
      </Text>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('common.done')}</Button>
      </Group>
    </Stack>
  );
}
