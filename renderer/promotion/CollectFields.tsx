/** What a promotion lets customers collect: stamps on one of the shop's cards, tickets of an open draw, and for what. */
import { Alert, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import type { PerForm } from './benefitForm.ts';
import type { FieldsOf } from './fieldProps.ts';
import styles from './PromotionEditor.module.css';

const perKinds = ['receipt', 'piece', 'sum'] as const;

export interface PerFieldsProps {
  readonly per: PerForm;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (per: PerForm) => void;
}

/** Once a receipt, for every piece, or for every so many soʻm. */
export function PerFields({ per, errorOf, onChange }: PerFieldsProps) {
  const { t } = useTranslation();
  const choose = (kind: string | null) =>
    onChange(kind === 'sum' ? { kind, eachSom: null } : { kind: kind === 'piece' ? kind : 'receipt' });
  return (
    <>
      <Select
        label={t('promotion.field.per')}
        data={perKinds.map((kind) => ({ value: kind, label: t(`promotion.per.${kind}`) }))}
        value={per.kind}
        onChange={choose}
      />
      {per.kind === 'sum' && (
        <MoneyInput
          label={t('promotion.field.eachSum')}
          value={per.eachSom}
          error={errorOf('benefit.per.eachSom')}
          onChange={(eachSom) => onChange({ kind: 'sum', eachSom })}
        />
      )}
    </>
  );
}

export function StampsFields({ benefit, edit }: FieldsOf<'reward.stamps'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useTill(api.loyalty.stampCards, {});
  const { stampCardId } = benefit;
  // The card of a rule that exists is shown, also when it is stamped no more.
  const cards = (data?.stampCards ?? []).filter((card) => card.isActive || card.stampCardId === stampCardId);
  if (data !== undefined && cards.length === 0) {
    return <Alert color="amber">{t('promotion.collect.noStampCards')}</Alert>;
  }
  return (
    <>
      <Select
        label={t('promotion.collect.stampCard')}
        placeholder={t('ui.notChosen')}
        data={cards.map((card) => ({ value: card.stampCardId, label: textIn(card.name, language) }))}
        value={stampCardId}
        error={edit.errorOf('benefit.stampCardId')}
        onChange={(id) => edit.set({ benefit: { ...benefit, stampCardId: id } })}
      />
      <div className={styles.pair}>
        <WholeInput
          label={t('promotion.collect.stamps')}
          value={benefit.stamps}
          error={edit.errorOf('benefit.stamps')}
          onChange={(stamps) => edit.set({ benefit: { ...benefit, stamps } })}
        />
        <PerFields
          per={benefit.per}
          errorOf={edit.errorOf}
          onChange={(per) => edit.set({ benefit: { ...benefit, per } })}
        />
      </div>
    </>
  );
}

export function TicketsFields({ benefit, edit }: FieldsOf<'reward.tickets'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useTill(api.loyalty.draws, {});
  const { drawId } = benefit;
  const draws = (data?.draws ?? []).filter((draw) => draw.state === 'open' || draw.drawId === drawId);
  if (data !== undefined && draws.length === 0) {
    return <Alert color="amber">{t('promotion.collect.noDraws')}</Alert>;
  }
  return (
    <>
      <Select
        label={t('promotion.collect.draw')}
        placeholder={t('ui.notChosen')}
        data={draws.map((draw) => ({ value: draw.drawId, label: textIn(draw.name, language) }))}
        value={drawId}
        error={edit.errorOf('benefit.drawId')}
        onChange={(id) => edit.set({ benefit: { ...benefit, drawId: id } })}
      />
      <div className={styles.pair}>
        <WholeInput
          label={t('promotion.collect.tickets')}
          value={benefit.tickets}
          error={edit.errorOf('benefit.tickets')}
          onChange={(tickets) => edit.set({ benefit: { ...benefit, tickets } })}
        />
        <PerFields
          per={benefit.per}
          errorOf={edit.errorOf}
          onChange={(per) => edit.set({ benefit: { ...benefit, per } })}
        />
      </div>
    </>
  );
}
