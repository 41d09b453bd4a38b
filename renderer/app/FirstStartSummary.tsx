/** Everything that was typed at the first start at a glance, each line with the way back to it. */
import { Anchor, Button } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOf } from '../../shared/printerConnection.ts';
import type { TillError } from './answer.ts';
import styles from './FirstStart.module.css';
import { type Step, StepFrame } from './FirstStartStep.tsx';
import type { Draft } from './firstStartDraft.ts';
import { useFormat } from './language.ts';

export interface FirstStartSummaryProps {
  draft: Draft;
  error: TillError | null;
  isSending: boolean;
  onEdit: (step: Step) => void;
  onBack: () => void;
  onStart: () => void;
  onLeave: () => void;
}

export function FirstStartSummary(props: FirstStartSummaryProps) {
  const { t } = useTranslation();
  const { error } = props;
  const isStarted = error?.code === 'ShopAlreadyStarted' || error?.code === 'AlreadyDone';
  return (
    <StepFrame
      step="summary"
      title={t('shop.stepSummary')}
      hint={t('shop.stepSummaryHint')}
      error={error}
      isBusy={props.isSending}
      nextLabel={t('shop.start')}
      onBack={props.onBack}
      onNext={props.onStart}
      other={
        isStarted ? (
          <Button variant="default" onClick={props.onLeave}>
            {t('staff.logIn')}
          </Button>
        ) : undefined
      }
    >
      <Lines draft={props.draft} onEdit={props.onEdit} />
    </StepFrame>
  );
}

function Lines({ draft, onEdit }: { draft: Draft; onEdit: (step: Step) => void }) {
  const { t } = useTranslation();
  const lines = useLines(draft);
  return (
    <dl className={styles.summary}>
      {lines.map(({ step, label, value }) => (
        <Fragment key={label}>
          <dt className="muted">{label}</dt>
          <dd>{value}</dd>
          <dd>
            <Anchor component="button" type="button" onClick={() => onEdit(step)}>
              {t('common.edit')}
              <span className="visuallyHidden"> {label}</span>
            </Anchor>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function useLines(draft: Draft): readonly { step: Step; label: string; value: string }[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings, owner, cashier, connection } = draft;
  const none = t('shop.none');
  const vat = settings.vatBasisPoints;
  const details = [
    settings.name,
    settings.address,
    settings.stir,
    settings.phone && format.phone(settings.phone),
  ];
  return [
    { step: 'shop', label: t('shop.stepShop'), value: details.filter((part) => part !== '').join(' · ') },
    {
      step: 'shop',
      label: t('shop.vat'),
      value: vat === null ? t('shop.vatMode.none') : format.percent(vat),
    },
    { step: 'owner', label: t('staff.role.owner'), value: owner.name },
    { step: 'cashier', label: t('staff.role.cashier'), value: cashier.isWanted ? cashier.name : none },
    {
      step: 'equipment',
      label: t('receipt.printer'),
      value: connection.kind === 'none' ? none : placeOf(connection),
    },
    {
      step: 'equipment',
      label: t('shop.backupFolder'),
      value: settings.backupFolder || t('shop.backupBeside'),
    },
    { step: 'bonus', label: t('shop.cashback'), value: format.percent(settings.cashbackBasisPoints) },
    { step: 'bonus', label: t('shop.cardPolicy'), value: t(`shop.cardPolicyName.${settings.cardPolicy}`) },
  ];
}
