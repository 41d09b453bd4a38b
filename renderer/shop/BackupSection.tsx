/** Copies of the shop: where they go, how old the newest is, and one at the press of a button. */
import { Alert, Button, Paper, Stack, Switch, TextInput } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { SettingsCard } from './SettingsCard.tsx';
import { useSettingsForm } from './settingsForm.ts';

const fields = ['backupFolder'] as const;
const journalFields = ['journalFolder', 'journalEverySale'] as const;

export function BackupSection({ settings, mayChange }: { settings: ShopSettings; mayChange: boolean }) {
  return (
    <Stack gap="md">
      <BackUpNow />
      {mayChange && <FolderForm settings={settings} />}
      {mayChange && <JournalForm settings={settings} />}
    </Stack>
  );
}

function FolderForm({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const form = useSettingsForm(settings, fields);
  return (
    <SettingsCard form={form}>
      <TextInput
        label={t('shop.backupFolder')}
        description={t('shop.backupFolderHint')}
        placeholder={t('shop.backupFolderExample')}
        autoComplete="off"
        value={form.values.backupFolder}
        error={form.errorOf('backupFolder')}
        onChange={(event) => form.set({ backupFolder: event.currentTarget.value })}
      />
    </SettingsCard>
  );
}

/** The journal on a second disk: within half a second, or before each sale is answered. */
function JournalForm({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const form = useSettingsForm(settings, journalFields);
  return (
    <SettingsCard form={form}>
      <TextInput
        label={t('shop.journalFolder')}
        description={t('shop.journalFolderHint')}
        placeholder={t('shop.backupFolderExample')}
        autoComplete="off"
        value={form.values.journalFolder}
        error={form.errorOf('journalFolder')}
        onChange={(event) => form.set({ journalFolder: event.currentTarget.value })}
      />
      <Switch
        size="md"
        label={t('shop.journalEverySale')}
        description={t('shop.journalEverySaleHint')}
        disabled={form.values.journalFolder === ''}
        checked={form.values.journalEverySale}
        onChange={(event) => form.set({ journalEverySale: event.currentTarget.checked })}
      />
    </SettingsCard>
  );
}

type Made = Extract<Awaited<ReturnType<typeof api.shop.backUp>>, { readonly ok: true }>['data'];

function BackUpNow() {
  const { t } = useTranslation();
  const format = useFormat();
  const readiness = useTill(api.shop.readiness, {});
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<TillError | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const age = readiness.data?.checks.find((check) => check.what === 'backup');
  async function backUp() {
    setBusy(true);
    const answer = await api.shop.backUp({});
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) setMade(answer.data);
  }
  return (
    <Paper maw={840}>
      <Stack gap="md" align="flex-start">
        {age !== undefined && <AgeLine days={age.detail === '' ? null : Number(age.detail)} />}
        <Button
          leftSection={<IconDatabaseExport size={20} aria-hidden="true" />}
          loading={isBusy}
          onClick={() => void backUp()}
        >
          {t('shop.backUpNow')}
        </Button>
        <ErrorAnswer error={error} />
        {made !== null && (
          <Alert color="green" role="status">
            {t('shop.backedUp', { at: format.time(made.at), file: made.file })}
          </Alert>
        )}
      </Stack>
    </Paper>
  );
}

/** `days` since the newest copy, null when there is none. */
function AgeLine({ days }: { days: number | null }) {
  const { t } = useTranslation();
  if (days === null) return <strong>{t('shop.backupNever')}</strong>;
  return <strong>{days === 0 ? t('shop.backupToday') : t('shop.backupDays', { count: days })}</strong>;
}
