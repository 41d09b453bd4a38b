/** Before the shop has a ladder of tiers: what they are for, and two ways to begin. */
import { Button } from '@mantine/core';
import { IconStairsUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierRule } from '../../shared/loyalty/programmeContract.ts';
import type { TierWindow } from '../../shared/loyalty/tier.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './Tier.module.css';
import { firstLadder } from './tierForm.ts';

interface TierNoneProps {
  readonly window: TierWindow;
  readonly mayChange: boolean;
  readonly onOne: () => void;
}

export function TierNone({ window, mayChange, onOne }: TierNoneProps) {
  const { t } = useTranslation();
  const save = useIntention(api.loyalty.saveTiers);
  const [offered, setOffered] = useState<readonly TierRule[] | null>(null);
  const take = async () => {
    if (offered === null) return;
    const answer = await save.send({ window, tiers: [...offered] });
    if (answer.ok) setOffered(null);
  };
  const ways = mayChange && (
    <>
      <Button onClick={() => setOffered(firstLadder(newIntentionId))}>{t('loyalty.tier.addLadder')}</Button>
      <Button variant="default" onClick={onOne}>
        {t('loyalty.tier.add')}
      </Button>
    </>
  );
  return (
    <>
      <EmptyState
        icon={<IconStairsUp size={48} />}
        title={t('loyalty.tier.empty')}
        hint={t('loyalty.tier.emptyHint')}
        action={ways}
      />
      <ConfirmDialog
        isOpen={offered !== null}
        title={t('loyalty.tier.addLadder')}
        action={t('common.save')}
        isBusy={save.isSending}
        onConfirm={() => void take()}
        onCancel={() => setOffered(null)}
      >
        <Offer tiers={offered ?? []} />
        <ErrorAnswer error={save.error} />
      </ConfirmDialog>
    </>
  );
}

/** What would hold at once, line by line. */
function Offer({ tiers }: { tiers: readonly TierRule[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return (
    <ul className={styles.offer}>
      {tiers.map(({ tierId, name, fromSom, bonusBasisPoints: rate }) => (
        <li key={tierId}>
          {t('loyalty.tier.offered', {
            tier: textIn(name, language),
            sum: format.som(fromSom),
            rate: rate === null ? t('loyalty.tier.asShop') : format.percent(rate),
          })}
        </li>
      ))}
    </ul>
  );
}
