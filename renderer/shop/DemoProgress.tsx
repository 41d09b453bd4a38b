/** While the demo shop is being made: how far it is, and what to do when it could not be made. */
import { Center, Paper, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useNews } from '../app/useTill.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';

export function DemoProgress() {
  const { t } = useTranslation();
  const [doneThousandths, setDone] = useState(0);
  useNews(api.shop.demoProgress, (news) => setDone(news.doneThousandths));
  return (
    <Center h="100%" p="xl">
      <Paper w={560} p={32}>
        <Stack gap="lg">
          <Title order={1}>{t('shop.demoBuilding')}</Title>
          <div className="muted">{t('shop.demoBuildingHint')}</div>
          <ProgressBar doneThousandths={doneThousandths} label={t('shop.demoBuildingBar')} />
        </Stack>
      </Paper>
    </Center>
  );
}
