/** The quiet badge of the sell screen: receipts that wait, and a printer that needs somebody. */
import { Button, Group, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconPrinter, IconPrinterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './PrinterBadge.module.css';

/** Nothing is shown while everything prints. */
export function PrinterBadge() {
  const { t, i18n } = useTranslation();
  const state = useTill(api.receipt.state, {}).data;
  const { send, isSending, error } = useIntention(api.receipt.resolveJob);
  if (state === undefined || (state.waiting === 0 && state.problem === null)) return null;
  const { waiting, problem } = state;
  if (problem === null) {
    return (
      <span className={styles.badge} title={t('receipt.badge.waiting', { waiting })}>
        <IconPrinter size={20} aria-hidden="true" />
        <span className="figures">{waiting}</span>
        <span className="visuallyHidden">{t('receipt.badge.waiting', { waiting })}</span>
      </span>
    );
  }
  const trouble = `receipt.trouble.${problem.reason}`;
  const why = i18n.exists(trouble) ? t(trouble) : null;
  const settle = (cameOut: boolean) => void send({ jobId: problem.jobId, cameOut });
  return (
    <Popover width={360} position="bottom-end" shadow="md" withArrow>
      <Popover.Target>
        <UnstyledButton className={`${styles.badge} ${styles.problem}`} tabIndex={-1}>
          <IconPrinterOff size={20} aria-hidden="true" />
          <span className={styles.words}>
            {problem.state === 'blocked' && why !== null ? why : t(`receipt.badge.${problem.state}`)}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text fw={600}>{t(`receipt.problem.${problem.state}`)}</Text>
          {why !== null && <Text c="dimmed">{why}</Text>}
          {problem.state === 'unknown' && (
            <Group grow>
              <Button variant="default" loading={isSending} onClick={() => settle(true)}>
                {t('receipt.cameOut')}
              </Button>
              <Button variant="default" loading={isSending} onClick={() => settle(false)}>
                {t('receipt.printAgain')}
              </Button>
            </Group>
          )}
          <ErrorAnswer error={error} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
