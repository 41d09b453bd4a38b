/** A stamp card in a drawer: which goods, how many, what a full one brings, and whether it is stamped. */
import { Drawer, Fieldset, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import { ScopeFields } from '../promotion/ScopeFields.tsx';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './GameForm.module.css';
import { GameRewardFields } from './GameRewardFields.tsx';
import { stampRewardKinds } from './gameReward.ts';
import { useGameWords } from './gameWords.ts';
import { NamesOfScopes } from './NamesOfScopes.tsx';
import {
  type CheckedStampCard,
  newStampDraft,
  type StampDraft,
  stampDraftOf,
  stampDraftSchema,
} from './stampDraft.ts';

type Listed = Extract<Awaited<ReturnType<typeof api.loyalty.stampCards>>, { ok: true }>['data'];
export type StampCard = Listed['stampCards'][number];

export interface StampDrawerProps {
  /** Null: the drawer is shut. */
  edited: StampCard | 'new' | null;
  onClose: () => void;
}

export function StampDrawer({ edited, onClose }: StampDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={640}
      title={edited === 'new' ? t('loyalty.stamps.add') : t('loyalty.stamps.edit')}
    >
      {edited !== null && (
        <NamesOfScopes scopes={edited === 'new' ? [] : [edited.scope]}>
          <StampForm card={edited === 'new' ? null : edited} onClose={onClose} />
        </NamesOfScopes>
      )}
    </Drawer>
  );
}

function StampForm({ card, onClose }: { card: StampCard | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [first] = useState(() => (card === null ? newStampDraft(newIntentionId()) : stampDraftOf(card)));
  const form = useForm<StampDraft, CheckedStampCard>(stampDraftSchema, first);
  const save = useIntention(api.loyalty.saveStampCard);
  const onSave = () => saveChecked({ form, send: save.send, saved: t('common.saved'), onClose });
  const { errorOf } = form;
  const { stampCard, isActive } = form.values;
  const set = (patch: Partial<StampDraft['stampCard']>) =>
    form.set({ stampCard: { ...stampCard, ...patch } });
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
      <Sentence draft={form.values} />
      <LocalTextField
        label={t('common.name')}
        text={stampCard.name}
        error={errorOf('stampCard.name')}
        onChange={(name) => set({ name })}
      />
      <Fieldset legend={t('loyalty.stamps.goods')} className={styles.part}>
        <ScopeFields
          label={t('loyalty.games.goods')}
          scope={stampCard.scope}
          error={errorOf('stampCard.scope')}
          onChange={(scope) => set({ scope })}
        />
        <div className={styles.pair}>
          <WholeInput
            label={t('loyalty.stamps.needed')}
            unit={t('promotion.unit.pieces')}
            value={stampCard.needed}
            error={errorOf('stampCard.needed')}
            onChange={(needed) => set({ needed })}
          />
          <WholeInput
            label={t('loyalty.stamps.pause')}
            description={t('loyalty.stamps.pauseHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            unit={t('promotion.unit.days')}
            value={stampCard.validDays}
            error={errorOf('stampCard.validDays')}
            onChange={(validDays) => set({ validDays })}
          />
        </div>
      </Fieldset>
      <GameRewardFields
        kinds={stampRewardKinds}
        reward={stampCard.reward}
        errorOf={(field) => errorOf(`stampCard.reward.${field}`)}
        onChange={(reward) => set({ reward })}
      />
      <Switch
        size="md"
        label={t('loyalty.stamps.isActive')}
        description={t('loyalty.stamps.isActiveHint')}
        checked={isActive}
        onChange={(event) => form.set({ isActive: event.currentTarget.checked })}
      />
    </SaveForm>
  );
}

/** The whole rule while it is being typed; nothing of it as long as it is not whole. */
function Sentence({ draft }: { draft: StampDraft }) {
  const { t } = useTranslation();
  const { stampSentence } = useGameWords();
  const checked = stampDraftSchema.safeParse({
    ...draft,
    stampCard: { ...draft.stampCard, name: { uz: '–' } },
  });
  return (
    <div className={styles.sentence} role="status">
      {checked.success ? (
        stampSentence(checked.data.stampCard)
      ) : (
        <span className="muted">{t('loyalty.sentenceSoon')}</span>
      )}
    </div>
  );
}
