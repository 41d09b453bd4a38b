/** Rounding up for a fund, because the customer wishes it: each fund with what each step would give. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import type { TillError } from '../app/answer.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { useSelling } from './selling.ts';

type Chosen = { readonly fundId: string; readonly stepSom: number } | null;

export function RoundUpDialog() {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { basket, queue, show } = useSelling();
  const [error, setError] = useState<TillError | null>(null);
  const choose = async (donation: Chosen) => {
    const answer = await queue.change({ kind: 'roundUp', donation });
    if (answer.ok) show(null);
    else setError(answer.error);
  };
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.roundUp.title')}>
      <Stack gap="md">
        {basket?.funds.map(({ fundId, name, steps }, place) => (
          <div key={fundId}>
            <Text fw={600}>{textIn(name, language)}</Text>
            <Group gap="sm" mt="xs">
              {steps
                .filter(({ amountSom }) => amountSom > 0)
                .map(({ stepSom, amountSom }, index) => (
                  <Button
                    key={stepSom}
                    size="lg"
                    variant="default"
                    {...(place === 0 && index === 0 ? { 'data-autofocus': true } : {})}
                    onClick={() => void choose({ fundId, stepSom })}
                  >
                    {t('sale.roundUp.gives', { sum: format.number(amountSom) })}
                  </Button>
                ))}
            </Group>
          </div>
        ))}
        <ErrorAnswer error={error} />
        {basket?.donation !== null && (
          <Group>
            <Button variant="subtle" color="gray" onClick={() => void choose(null)}>
              {t('sale.roundUp.none')}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
