/** A basket gets a name, so that whoever comes back is found by it. */
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { useSelling } from './selling.ts';

const longestName = 40;

interface NameFormProps {
  readonly basket: { readonly saleId: string; readonly label: string; readonly isOpen: boolean };
  readonly onDone: () => void;
}

export function NameForm({ basket, onDone }: NameFormProps) {
  const { t } = useTranslation();
  const { queue } = useSelling();
  const { send, isSending, error } = useIntention(api.sale.renameBasket);
  const [label, setLabel] = useState(basket.label);
  const save = async () => {
    const answer = await send({ saleId: basket.saleId, label: label.trim() });
    if (!answer.ok) return;
    if (basket.isOpen) void queue.reread();
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Group gap="sm" align="flex-end" mt="md">
        <TextInput
          autoFocus
          size="lg"
          style={{ flex: 1 }}
          label={t('sale.parked.label')}
          value={label}
          maxLength={longestName}
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Button variant="default" size="lg" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" size="lg" loading={isSending}>
          {t('common.save')}
        </Button>
      </Group>
      <ErrorAnswer error={error} />
    </form>
  );
}
