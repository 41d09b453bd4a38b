/** It is here: everybody who can be reached becomes a planned contact, split over the people of the day. */
import { SegmentedControl, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WishGroup } from '../../shared/service/wishContract.ts';
import { isBusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { PeoplePick, usePeopleOn } from './PeoplePick.tsx';

export interface WishHereFormProps {
  readonly wish: WishGroup;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function WishHereForm({ wish, onDone, onCancel }: WishHereFormProps) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const [kind, setKind] = useState<'call' | 'message'>('call');
  const [dueOn, setDue] = useState<string | null>(today);
  const [people, setPeople] = useState<readonly string[] | null>(null);
  const day = dueOn !== null && isBusinessDay(dueOn) ? dueOn : today;
  const { usual } = usePeopleOn(day);
  const send = useIntention(api.service.wishIsHere);
  const save = async () => {
    const { productId, wordsKey, state } = wish;
    const personIds = [...(people ?? usual)];
    const answer = await send.send({ productId, wordsKey, state, kind, dueOn: day, personIds });
    if (!answer.ok) return;
    notifications.show({
      message: t('service.wish.hereDone', { count: answer.data.planned }),
      color: 'green',
    });
    onDone();
  };
  return (
    <SaveForm
      error={send.error}
      isSending={send.isSending}
      action={t('service.wish.isHere')}
      onSave={save}
      onCancel={onCancel}
    >
      <Text>
        {wish.reachable === 0
          ? t('service.wish.hereNobody', { people: wish.people })
          : t('service.wish.hereHint', { people: wish.people, count: wish.reachable })}
      </Text>
      {wish.reachable > 0 && (
        <>
          <SegmentedControl
            aria-label={t('service.task.kindLabel')}
            data={(['call', 'message'] as const).map((value) => ({
              value,
              label: t(`service.task.kind.${value}`),
            }))}
            value={kind}
            onChange={setKind}
          />
          <DayInput label={t('service.task.dueOn')} value={dueOn} onChange={setDue} />
          <PeoplePick day={day} chosen={people} onChange={setPeople} />
        </>
      )}
    </SaveForm>
  );
}
