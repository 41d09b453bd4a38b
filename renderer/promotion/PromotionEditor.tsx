/** Sets up one promotion: the form on the left, what it says and does on the right, and saving it. */
import { Button, Paper } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { BenefitSection } from './BenefitSection.tsx';
import { ConditionsSection } from './ConditionsSection.tsx';
import { FormSection } from './FormSection.tsx';
import { dropDraft } from './keptDraft.ts';
import { CombinesSection, LimitsSection } from './LimitsSection.tsx';
import { PreviewColumn } from './PreviewColumn.tsx';
import styles from './PromotionEditor.module.css';
import { faultPlaces, type PromotionForm } from './promotionForm.ts';
import { RefusedRule } from './RefusedRule.tsx';
import { ScopeFields } from './ScopeFields.tsx';
import { type SampleLine, usePreview, wireOf } from './usePreview.ts';
import { type PromotionEdit, usePromotionEdit, useToldFaults } from './usePromotionEdit.ts';
import { WhenSection } from './WhenSection.tsx';

/** `ended` never reaches the form: what is over is copied instead. */
export type EditedState = 'new' | 'draft' | 'live' | 'paused';
type SavedState = 'draft' | 'live' | 'paused';

export interface PromotionEditorProps {
  readonly first: PromotionForm;
  readonly state: EditedState;
  /** What was typed before and not saved stands in the form. */
  readonly isKept: boolean;
  readonly onClose: () => void;
}

export function PromotionEditor({ first, state, isKept, onClose }: PromotionEditorProps) {
  const { t } = useTranslation();
  const [sample, setSample] = useState<readonly SampleLine[]>([]);
  const typed = usePromotionEdit(first);
  const { data: preview, error } = usePreview(typed.tried, sample);
  const edit = useToldFaults(typed, preview?.faults ?? []);
  const save = useIntention(api.promotion.save);
  const send = async (next: SavedState) => {
    const promotion = edit.check();
    if (promotion === null) return;
    const answer = await save.send({ promotion: wireOf(promotion), state: next });
    if (!answer.ok) return;
    dropDraft();
    notifications.show({
      message: t(next === 'live' ? 'promotion.savedAndLive' : 'common.saved'),
      color: 'green',
    });
    onClose();
  };
  const leave = () => {
    dropDraft();
    onClose();
  };
  return (
    <>
      <div className={styles.head}>
        <PageHeader title={t(state === 'new' ? 'promotion.new' : 'promotion.edit')}>
          <SaveButtons state={state} isSending={save.isSending} onSave={send} onCancel={leave} />
        </PageHeader>
      </div>
      <RefusedRule error={save.error} />
      {isKept && <p className={styles.kept}>{t('promotion.keptNote')}</p>}
      <div className={styles.columns}>
        <FormColumn edit={edit} />
        <div className={styles.aside}>
          <PreviewColumn
            promotion={edit.tried}
            faults={faultPlaces.flatMap((place) => edit.faultsAt(place))}
            preview={preview}
            error={error}
            sample={sample}
            onSample={setSample}
          />
        </div>
      </div>
    </>
  );
}

interface SaveButtonsProps {
  readonly state: EditedState;
  readonly isSending: boolean;
  readonly onSave: (state: SavedState) => Promise<void>;
  readonly onCancel: () => void;
}

/**
 * | the promotion is | buttons                     |
 * |------------------|-----------------------------|
 * | new or a draft   | save as draft, save and start |
 * | live             | save                        |
 * | paused           | save, save and start        |
 */
function SaveButtons({ state, isSending, onSave, onCancel }: SaveButtonsProps) {
  const { t } = useTranslation();
  const isDraft = state === 'new' || state === 'draft';
  const quiet: SavedState | null = isDraft ? 'draft' : state === 'paused' ? 'paused' : null;
  return (
    <>
      <Button variant="subtle" color="gray" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
      {quiet !== null && (
        <Button variant="default" disabled={isSending} onClick={() => void onSave(quiet)}>
          {t(isDraft ? 'promotion.saveDraft' : 'common.save')}
        </Button>
      )}
      <Button loading={isSending} onClick={() => void onSave('live')}>
        {t(state === 'live' ? 'common.save' : 'promotion.saveAndStart')}
      </Button>
    </>
  );
}

function FormColumn({ edit }: { edit: PromotionEdit }) {
  const { t } = useTranslation();
  const { form, set, errorOf } = edit;
  return (
    <div className={styles.form}>
      <Paper>
        <div className={styles.names}>
          <LocalTextField
            label={t('promotion.name')}
            text={form.name}
            error={errorOf('name')}
            onChange={(name) => set({ name })}
          />
        </div>
      </Paper>
      <BenefitSection edit={edit} />
      <GoodsSection edit={edit} />
      <WhenSection edit={edit} />
      <ConditionsSection edit={edit} />
      <LimitsSection edit={edit} />
      <CombinesSection edit={edit} />
    </div>
  );
}

/**
 * What the goods of the promotion are good for depends on what it gives.
 *
 * | gives                       | the goods are                         |
 * |-----------------------------|---------------------------------------|
 * | a gift, a bundle            | those that the conditions count       |
 * | other goods for some bought | those that must be bought             |
 * | anything else               | those that it works on                |
 */
function GoodsSection({ edit }: { edit: PromotionEdit }) {
  const { t } = useTranslation();
  const { benefit, scope } = edit.form;
  const isAll = scope.kind === 'chosen' && scope.isAll && scope.exclude.length === 0;
  // The parts of a bundle say all there is to say of its goods.
  if (benefit.kind === 'product.bundle' && isAll && edit.faultsAt('scope').length === 0) return null;
  const isCounted = benefit.kind === 'product.bundle' || benefit.kind === 'product.gift';
  const isBought = benefit.kind === 'product.buyGet' && benefit.get !== null;
  const title = isCounted
    ? t('promotion.section.counted')
    : t(isBought ? 'promotion.section.bought' : 'promotion.section.goods');
  return (
    <FormSection title={title} faults={edit.faultsAt('scope')}>
      <ScopeFields
        label={title}
        scope={scope}
        error={edit.errorOf('scope')}
        onChange={(next) => edit.set({ scope: next })}
      />
    </FormSection>
  );
}
