/** The way from a list to the page on which another program's list comes in. */
import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from './session.tsx';

/** Shown to whoever may import. */
export function ImportButton() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (!useMay('exchange.import')) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconFileImport size={20} aria-hidden="true" />}
      onClick={() => void navigate({ to: '/import' })}
    >
      {t('exchange.open')}
    </Button>
  );
}
