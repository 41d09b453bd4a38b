/** One two-choice question: its words, its two answers, and the days on which it is asked. */
import { Drawer, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { serviceContract } from '../../shared/service/contract.ts';
import type { Poll } from '../../shared/service/pollContract.ts';
import { addDays } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';

export interface PollDrawerProps {
  /** Null: a new one. */
  readonly poll: Poll | null;
  readonly onClose: () => void;
}

const fields = schemaOf(serviceContract.savePoll).omit({ intentionId: true, approval: true, pollId: true });

const texts = ['question', 'answerA', 'answerB'] as const;

interface Typed {
  readonly question: Poll['question'];
  readonly answerA: Poll['question'];
  readonly answerB: Poll['question'];
  readonly from: string | null;
  readonly to: string | null;
}

export function PollDrawer({ poll, onClose }: PollDrawerProps) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const form = useForm<Typed, ReturnType<typeof fields.parse>>(fields, {
    question: poll?.question ?? {},
    answerA: poll?.answerA ?? {},
    answerB: poll?.answerB ?? {},
    from: poll?.from ?? today,
    to: poll?.to ?? addDays(today, 13),
  });
  const store = useIntention(api.service.savePoll);
  const { values, set, errorOf } = form;
  const isFixed = (poll?.answers ?? 0) > 0;
  const save = async () => {
    const checked = form.check();
    if (checked === null) return;
    const answer = await store.send({ pollId: poll?.pollId ?? null, ...checked });
    if (answer.ok) onClose();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={t(poll === null ? 'service.poll.new' : 'service.poll.edit')}
    >
      <SaveForm error={store.error} isSending={store.isSending} onSave={save} onCancel={onClose}>
        {isFixed ? (
          <Text>{t('service.poll.fixed')}</Text>
        ) : (
          texts.map((name) => (
            <LocalTextField
              key={name}
              label={t(`service.poll.${name}`)}
              text={values[name]}
              error={errorOf(name)}
              onChange={(text) => set({ [name]: text })}
            />
          ))
        )}
        <Group gap="md" grow align="flex-start">
          <DayInput
            label={t('service.poll.from')}
            value={values.from}
            error={errorOf('from')}
            onChange={(from) => set({ from })}
          />
          <DayInput
            label={t('service.poll.to')}
            value={values.to}
            error={errorOf('to')}
            onChange={(to) => set({ to })}
          />
        </Group>
        <Text className="muted">{t('service.poll.how')}</Text>
      </SaveForm>
    </Drawer>
  );
}
