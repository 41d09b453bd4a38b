/** A contest in a drawer: what is judged, its days, its prizes. */
import { Drawer, Fieldset, Radio, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { type Form, useForm } from '../app/form.ts';
import { useLanguage } from '../app/language.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useSession } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import {
  type CheckedContest,
  type Contest,
  type ContestDraft,
  contestDraftOf,
  contestDraftSchema,
  contestKinds,
  newContestDraft,
} from './contestDraft.ts';
import styles from './GameForm.module.css';
import { PrizesField } from './PrizesField.tsx';

export interface ContestDrawerProps {
  /** Null: the drawer is shut. */
  edited: Contest | 'new' | null;
  /** Somebody takes part already: what counts and the prizes stay as they were told. */
  isLocked?: boolean;
  onClose: () => void;
}

export function ContestDrawer({ edited, isLocked = false, onClose }: ContestDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={640}
      title={edited === 'new' ? t('loyalty.contests.add') : t('loyalty.contests.edit')}
    >
      {edited !== null && (
        <ContestForm contest={edited === 'new' ? null : edited} isLocked={isLocked} onClose={onClose} />
      )}
    </Drawer>
  );
}

type EditedForm = Form<ContestDraft, CheckedContest>;

interface ContestFormProps {
  readonly contest: Contest | null;
  readonly isLocked: boolean;
  readonly onClose: () => void;
}

function ContestForm({ contest: known, isLocked, onClose }: ContestFormProps) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const [first] = useState(() =>
    known === null ? newContestDraft(newIntentionId(), today) : contestDraftOf(known),
  );
  const form = useForm<ContestDraft, CheckedContest>(contestDraftSchema, first, {
    'contest.to': t('loyalty.games.endBeforeStart'),
  });
  const save = useIntention(api.loyalty.saveContest);
  const onSave = () => saveChecked({ form, send: save.send, saved: t('common.saved'), onClose });
  const { contest } = form.values;
  const set = (patch: Partial<ContestDraft['contest']>) => form.set({ contest: { ...contest, ...patch } });
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
      <LocalTextField
        label={t('common.name')}
        text={contest.name}
        error={form.errorOf('contest.name')}
        onChange={(name) => set({ name })}
      />
      {isLocked ? <span className="muted">{t('loyalty.contests.locked')}</span> : <KindFields form={form} />}
      <Fieldset legend={t('loyalty.games.open')} className={styles.part}>
        <div className={styles.pair}>
          <DayInput
            label={t('loyalty.games.from')}
            value={contest.from}
            error={form.errorOf('contest.from')}
            onChange={(from) => set({ from })}
          />
          <DayInput
            label={t('loyalty.games.to')}
            value={contest.to}
            error={form.errorOf('contest.to')}
            onChange={(to) => set({ to })}
          />
        </div>
      </Fieldset>
      {!isLocked && (
        <PrizesField
          rows={contest.prizes}
          error={form.errorOf('contest.prizes')}
          onChange={(prizes) => set({ prizes })}
        />
      )}
    </SaveForm>
  );
}

function KindFields({ form }: { form: EditedForm }) {
  const { t } = useTranslation();
  const { contest } = form.values;
  const set = (patch: Partial<ContestDraft['contest']>) => form.set({ contest: { ...contest, ...patch } });
  const choose = (value: string) => {
    const kind = contestKinds.find((each) => each === value);
    if (kind !== undefined) set({ kind });
  };
  return (
    <>
      <Radio.Group label={t('loyalty.contests.kindLabel')} value={contest.kind} onChange={choose}>
        <Stack gap="sm" pt={4}>
          {contestKinds.map((kind) => (
            <Radio
              size="md"
              key={kind}
              value={kind}
              label={t(`loyalty.contests.kind.${kind}`)}
              description={t(`loyalty.contests.kindHint.${kind}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {contest.kind === 'mostStamps' && (
        <StampCardSelect
          stampCardId={contest.stampCardId}
          error={form.errorOf('contest.stampCardId')}
          onChange={(stampCardId) => set({ stampCardId })}
        />
      )}
    </>
  );
}

interface StampCardSelectProps {
  readonly stampCardId: string | null;
  readonly error: string | undefined;
  readonly onChange: (stampCardId: string | null) => void;
}

function StampCardSelect({ stampCardId, error, onChange }: StampCardSelectProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useTill(api.loyalty.stampCards, {});
  const cards = (data?.stampCards ?? []).filter((card) => card.isActive || card.stampCardId === stampCardId);
  return (
    <Select
      label={t('loyalty.contests.stampCard')}
      placeholder={t('ui.notChosen')}
      nothingFoundMessage={t('loyalty.stamps.empty')}
      data={cards.map((card) => ({ value: card.stampCardId, label: textIn(card.name, language) }))}
      value={stampCardId}
      error={error}
      onChange={onChange}
    />
  );
}
