/** Which money the tiers are reached by, with what follows from it; another choice moves customers, so it is asked for. */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierRule } from '../../shared/loyalty/programmeContract.ts';
import type { TierWindow } from '../../shared/loyalty/tier.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './Tier.module.css';

const windows = ['lastTwelveMonths', 'allTime'] as const satisfies readonly TierWindow[];

interface TierWindowSwitchProps {
  readonly window: TierWindow;
  readonly tiers: readonly TierRule[];
  readonly mayChange: boolean;
}

export function TierWindowSwitch({ window, tiers, mayChange }: TierWindowSwitchProps) {
  const { t } = useTranslation();
  const save = useIntention(api.loyalty.saveTiers);
  const [chosen, setChosen] = useState<TierWindow | null>(null);
  const change = async () => {
    if (chosen === null) return;
    const answer = await save.send({ window: chosen, tiers: [...tiers] });
    if (answer.ok) setChosen(null);
  };
  return (
    <div className={styles.window}>
      <SegmentedControl
        aria-label={t('loyalty.tier.window')}
        disabled={!mayChange}
        value={window}
        onChange={(value) => setChosen(windows.find((each) => each === value) ?? null)}
        data={windows.map((value) => ({ value, label: t(`loyalty.tier.windowName.${value}`) }))}
      />
      <span className="muted">{t(`loyalty.tier.windowHint.${window}`)}</span>
      <ConfirmDialog
        isOpen={chosen !== null}
        title={t('loyalty.tier.windowAsk', { window: t(`loyalty.tier.windowName.${chosen ?? window}`) })}
        action={t('common.save')}
        isBusy={save.isSending}
        onConfirm={() => void change()}
        onCancel={() => setChosen(null)}
      >
        <div>{t(`loyalty.tier.windowHint.${chosen ?? window}`)}</div>
        <div>{t('loyalty.tier.windowMoves')}</div>
        <ErrorAnswer error={save.error} />
      </ConfirmDialog>
    </div>
  );
}
