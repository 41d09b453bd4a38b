/** The shop's logo: any picture, made small enough here, shown as it will stand on handouts. */
import { Button, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './LogoSection.module.css';
import { pictureAsLogo } from './pictureAsLogo.ts';

export function LogoSection() {
  const { t } = useTranslation();
  const { data } = useTill(api.shop.logo, {});
  const save = useIntention(api.shop.saveLogo);
  const [isUnreadable, setUnreadable] = useState(false);
  const logo = data?.logo ?? null;
  const keep = async (png: string | null) => {
    const answer = await save.send({ png });
    if (answer.ok) notifications.show({ message: t('common.saved'), color: 'green' });
  };
  const choose = async (file: File | null) => {
    if (file === null) return;
    const png = await pictureAsLogo(file);
    setUnreadable(png === null);
    if (png !== null) await keep(png);
  };
  return (
    <Paper maw={840}>
      <Stack gap="md">
        <div>
          <Text fw={600}>{t('shop.logo')}</Text>
          <Text c="var(--muted)">{t('shop.logoHint')}</Text>
        </div>
        {logo !== null && (
          <img className={styles.logo} src={`data:image/png;base64,${logo.png}`} alt={t('shop.logo')} />
        )}
        <ErrorAnswer error={isUnreadable ? { code: 'LogoNotReadable', data: {} } : save.error} />
        <Group gap="sm">
          <FileButton
            accept="image/png,image/jpeg,image/webp,image/svg+xml"
            onChange={(file) => void choose(file)}
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconPhoto size={20} />}>
                {t('shop.logoChoose')}
              </Button>
            )}
          </FileButton>
          {logo !== null && (
            <Button
              variant="default"
              leftSection={<IconTrash size={20} />}
              loading={save.isSending}
              onClick={() => void keep(null)}
            >
              {t('shop.logoRemove')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
