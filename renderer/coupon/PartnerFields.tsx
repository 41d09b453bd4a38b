/** The partner behind a series: whose codes they are, where they are used, and who bears which part of the discount. */
import { Fieldset, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { basisPoints } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { PercentInput } from '../ui/PercentInput.tsx';
import styles from './SeriesDrawer.module.css';
import type { TypedCodes } from './seriesDraft.ts';
import type { PartProps } from './seriesPart.ts';

export interface PartnerFieldsProps extends PartProps {
  readonly partnerId: string | null;
  readonly setPartner: (partnerId: string | null) => void;
}

const nobody = 'none';

export function PartnerFields({ partnerId, setPartner, ...part }: PartnerFieldsProps) {
  const { t } = useTranslation();
  const partners = useTill(api.coupon.partners, {}).data?.partners ?? [];
  const shown = partners.filter((partner) => partner.isActive || partner.partnerId === partnerId);
  return (
    <Fieldset legend={t('coupon.part.partner')} className={styles.part}>
      <Select
        label={t('coupon.partner.partner')}
        data={[
          { value: nobody, label: t('coupon.partner.none') },
          ...shown.map((partner) => ({ value: partner.partnerId, label: partner.name })),
        ]}
        value={partnerId ?? nobody}
        onChange={(value) => setPartner(value === nobody ? null : value)}
      />
      {partnerId !== null && <Terms {...part} />}
    </Fieldset>
  );
}

function codesOf(kind: string | null): TypedCodes {
  if (kind === 'range') return { kind, firstCode: '', lastCode: '' };
  return kind === 'list' ? { kind } : { kind: 'own' };
}

function Terms({ content, set, errorOf }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const bears = content.partnerBearsBasisPoints;
  return (
    <>
      <Select
        label={t('coupon.codes.label')}
        data={(['own', 'list', 'range'] as const).map((kind) => ({
          value: kind,
          label: t(`coupon.codes.${kind}`),
        }))}
        value={content.codes.kind}
        onChange={(kind) => set({ codes: codesOf(kind) })}
      />
      {content.codes.kind === 'list' && <div className="muted">{t('coupon.codes.listHint')}</div>}
      {content.codes.kind === 'range' && <Range {...{ content, set, errorOf }} codes={content.codes} />}
      <div className={styles.pair}>
        <Select
          label={t('coupon.usedAt.label')}
          data={(['here', 'partner'] as const).map((place) => ({
            value: place,
            label: t(`coupon.usedAt.${place}`),
          }))}
          value={content.usedAt}
          onChange={(place) => set({ usedAt: place === 'partner' ? 'partner' : 'here' })}
        />
        <PercentInput
          label={t('coupon.blank.bears')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={
            bears === null
              ? undefined
              : t('coupon.bearsHint', { rate: format.percent(basisPoints(10_000 - bears)) })
          }
          value={bears}
          error={errorOf('partnerBearsBasisPoints')}
          onChange={(partnerBearsBasisPoints) => set({ partnerBearsBasisPoints })}
        />
      </div>
    </>
  );
}

function Range({ codes, set, errorOf }: PartProps & { codes: Extract<TypedCodes, { kind: 'range' }> }) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <TextInput
        label={t('coupon.blank.firstCode')}
        placeholder="AB000100"
        autoComplete="off"
        spellCheck={false}
        value={codes.firstCode}
        error={errorOf('codes') === undefined ? undefined : true}
        onChange={(event) => set({ codes: { ...codes, firstCode: event.currentTarget.value.toUpperCase() } })}
      />
      <TextInput
        label={t('coupon.blank.lastCode')}
        placeholder="AB000999"
        autoComplete="off"
        spellCheck={false}
        value={codes.lastCode}
        error={errorOf('codes') === undefined ? undefined : t('coupon.rangeWrong')}
        onChange={(event) => set({ codes: { ...codes, lastCode: event.currentTarget.value.toUpperCase() } })}
      />
    </div>
  );
}
