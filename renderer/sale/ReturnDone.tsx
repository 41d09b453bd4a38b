/** After a return: what goes over the counter now, in figures nobody misreads, and that its slip is being printed. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { focusFirst } from '../credit/focusFirst.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { HandBack, ReturnConsequences } from './ReturnConsequences.tsx';
import type { TakenBack } from './useReturn.ts';

export function ReturnDone({ done, onClose }: { done: TakenBack; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Text size="lg" fw={700}>
        {t(done.isCancel ? 'sale.return.cancelled' : 'sale.return.done', { number: done.number })}
      </Text>
      <HandBack what={done} isDone />
      <ReturnConsequences what={done} />
      <SlipNote />
      <BackToSelling onClose={onClose} />
    </Stack>
  );
}

/** The customer signs the slip; without a printer there is none, and nobody waits for it. */
export function SlipNote() {
  const { t } = useTranslation();
  const state = useTill(api.receipt.printers, {}).data;
  if (state === undefined) return null;
  return <Text>{t(state.printers.length > 0 ? 'sale.return.slip' : 'sale.return.noPrinter')}</Text>;
}

/** Enter and Escape both go on with the next customer. */
export function BackToSelling({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end">
      <Button ref={focusFirst} onClick={onClose}>
        {t('sale.return.next')}&ensp;
        <KeyCap binding="Enter" isOnColour />
      </Button>
    </Group>
  );
}
