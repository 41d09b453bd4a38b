/** What came of erasing: how many, what could not be cleaned yet, and which copies still hold them. */
import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { api } from '../app/api.ts';

export type Erased = Extract<Awaited<ReturnType<typeof api.customer.erase>>, { readonly ok: true }>['data'];

export function ErasedAnswer({ erased, onClose }: { erased: Erased; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Alert color="green" role="status">
        {t('customer.erase.done', { count: erased.erased })}
        {erased.backupsDeleted > 0 &&
          ` ${t('customer.erase.backupsDeleted', { count: erased.backupsDeleted })}`}
      </Alert>
      {!erased.isCleaned && <Alert color="red">{t('customer.erase.notCleaned')}</Alert>}
      {erased.isSecondFolderGone && <Alert color="amber">{t('customer.erase.secondGone')}</Alert>}
      {erased.kept.length > 0 && (
        <Alert color="amber">{t('customer.erase.kept', { count: erased.kept.length })}</Alert>
      )}
      {erased.backupsLeft.length > 0 && (
        <div>
          <Text fw={600}>{t('customer.erase.backupsLeft')}</Text>
          <List>
            {erased.backupsLeft.slice(0, 5).map((file) => (
              <List.Item key={file}>
                <Code>{file}</Code>
              </List.Item>
            ))}
          </List>
          {erased.backupsLeft.length > 5 && (
            <Text size="sm">{t('customer.erase.backupsMore', { count: erased.backupsLeft.length - 5 })}</Text>
          )}
        </div>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Group>
    </Stack>
  );
}
