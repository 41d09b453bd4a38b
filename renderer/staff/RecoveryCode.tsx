/** The owner's way back, shown once: large, to be written down or printed before anything else happens. */
import { Alert, Button, Checkbox, Group, Stack, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recoveryCodeGroups } from '../../shared/staff/recoveryCode.ts';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import styles from './RecoveryCode.module.css';

export interface RecoveryCodeProps {
  code: string;
  shopName: string;
  isBusy?: boolean;
  onDone: () => void;
}

export function RecoveryCode({ code, shopName, isBusy = false, onDone }: RecoveryCodeProps) {
  const { t } = useTranslation();
  const [isKept, setKept] = useState(false);
  return (
    <Stack gap="lg">
      <Title order={1}>{t('staff.recoveryTitle')}</Title>
      <div>{t('staff.recoveryWhy')}</div>
      <Code code={code} />
      <Group>
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t('common.print')}
        </Button>
        <span className="muted">{t('staff.recoveryPrint')}</span>
      </Group>
      <Alert color="amber">{t('staff.recoveryOnce')}</Alert>
      <Checkbox
        size="md"
        checked={isKept}
        label={t('staff.recoveryKept')}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button disabled={!isKept} loading={isBusy} onClick={onDone}>
          {t('common.continue')}
        </Button>
      </Group>
      <PrintSheet>
        <h1>{shopName}</h1>
        <p>{t('staff.recoveryTitle')}</p>
        <Code code={code} />
        <p>{t('staff.recoveryWhy')}</p>
      </PrintSheet>
    </Stack>
  );
}

function Code({ code }: { code: string }) {
  const { t } = useTranslation();
  return (
    <output className={styles.code} aria-label={t('staff.recoveryTitle')}>
      {recoveryCodeGroups(code).map((group, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two groups may read the same, and none ever moves
        <span key={place}>{group}</span>
      ))}
    </output>
  );
}
