/** A challenge in a drawer: what is asked within how many days, when it is open, what it brings. */
import { Drawer, Fieldset, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { type Form, useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import type { Challenge } from './ChallengeReached.tsx';
import {
  type ChallengeDraft,
  type CheckedChallenge,
  challengeDraftOf,
  challengeDraftSchema,
  newChallengeDraft,
  newGoal,
} from './challengeDraft.ts';
import styles from './GameForm.module.css';
import { GameRewardFields } from './GameRewardFields.tsx';
import { challengeRewardKinds } from './gameReward.ts';
import { useGameWords } from './gameWords.ts';

export interface ChallengeDrawerProps {
  /** Null: the drawer is shut. */
  edited: Challenge | 'new' | null;
  onClose: () => void;
}

export function ChallengeDrawer({ edited, onClose }: ChallengeDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={640}
      title={edited === 'new' ? t('loyalty.challenges.add') : t('loyalty.challenges.edit')}
    >
      {edited !== null && <ChallengeForm challenge={edited === 'new' ? null : edited} onClose={onClose} />}
    </Drawer>
  );
}

function ChallengeForm({ challenge: known, onClose }: { challenge: Challenge | null; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const [first] = useState(() =>
    known === null ? newChallengeDraft(newIntentionId(), today) : challengeDraftOf(known),
  );
  const form = useForm<ChallengeDraft, CheckedChallenge>(challengeDraftSchema, first, {
    'challenge.to': t('loyalty.games.endBeforeStart'),
  });
  // Customers who try for it were told its rules: then only its words and a later last day may change.
  const isBegun = known !== null && known.from <= today;
  const save = useIntention(api.loyalty.saveChallenge);
  const onSave = () => saveChecked({ form, send: save.send, saved: t('common.saved'), onClose });
  const { challenge } = form.values;
  const set = (patch: Partial<ChallengeDraft['challenge']>) =>
    form.set({ challenge: { ...challenge, ...patch } });
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
      <Sentence draft={form.values} />
      <LocalTextField
        label={t('common.name')}
        text={challenge.name}
        error={form.errorOf('challenge.name')}
        onChange={(name) => set({ name })}
      />
      {isBegun ? <span className="muted">{t('loyalty.challenges.begun')}</span> : <GoalFields form={form} />}
      <Fieldset legend={t('loyalty.games.open')} className={styles.part}>
        <div className={styles.pair}>
          <DayInput
            label={t('loyalty.games.from')}
            disabled={isBegun}
            value={challenge.from}
            error={form.errorOf('challenge.from')}
            onChange={(from) => set({ from })}
          />
          <DayInput
            label={t('loyalty.games.to')}
            value={challenge.to}
            error={form.errorOf('challenge.to')}
            onChange={(to) => set({ to })}
          />
        </div>
      </Fieldset>
      {!isBegun && (
        <GameRewardFields
          kinds={challengeRewardKinds}
          reward={challenge.reward}
          errorOf={(field) => form.errorOf(`challenge.reward.${field}`)}
          onChange={(reward) => set({ reward })}
        />
      )}
      <LocalTextField
        label={t('loyalty.challenges.badge')}
        text={challenge.badge}
        error={form.errorOf('challenge.badge')}
        onChange={(badge) => set({ badge })}
      />
    </SaveForm>
  );
}

function GoalFields({ form }: { form: Form<ChallengeDraft, CheckedChallenge> }) {
  const { t } = useTranslation();
  const { challenge } = form.values;
  const { goal } = challenge;
  const set = (patch: Partial<ChallengeDraft['challenge']>) =>
    form.set({ challenge: { ...challenge, ...patch } });
  return (
    <Fieldset legend={t('loyalty.challenges.goal')} className={styles.part}>
      <SegmentedControl
        aria-label={t('loyalty.challenges.goal')}
        value={goal.kind}
        onChange={(kind) => set({ goal: newGoal(kind === 'spend' ? 'spend' : 'visits') })}
        data={[
          { value: 'visits', label: t('loyalty.challenges.goalKind.visits') },
          { value: 'spend', label: t('loyalty.challenges.goalKind.spend') },
        ]}
      />
      <div className={styles.pair}>
        {goal.kind === 'visits' ? (
          <WholeInput
            label={t('loyalty.challenges.visits')}
            unit={t('promotion.unit.times')}
            value={goal.visits}
            error={form.errorOf('challenge.goal.visits')}
            onChange={(visits) => set({ goal: { ...goal, visits } })}
          />
        ) : (
          <MoneyInput
            label={t('loyalty.challenges.sum')}
            value={goal.sumSom}
            error={form.errorOf('challenge.goal.sumSom')}
            onChange={(sumSom) => set({ goal: { ...goal, sumSom } })}
          />
        )}
        <WholeInput
          label={t('loyalty.challenges.within')}
          unit={t('promotion.unit.days')}
          value={challenge.withinDays}
          error={form.errorOf('challenge.withinDays')}
          onChange={(withinDays) => set({ withinDays })}
        />
      </div>
    </Fieldset>
  );
}

/** The whole rule while it is being typed; nothing of it as long as it is not whole. */
function Sentence({ draft }: { draft: ChallengeDraft }) {
  const { t } = useTranslation();
  const { challengeSentence } = useGameWords();
  const checked = challengeDraftSchema.safeParse({
    challenge: { ...draft.challenge, name: { uz: '–' } },
  });
  return (
    <div className={styles.sentence} role="status">
      {checked.success ? (
        challengeSentence(checked.data.challenge)
      ) : (
        <span className="muted">{t('loyalty.sentenceSoon')}</span>
      )}
    </div>
  );
}
