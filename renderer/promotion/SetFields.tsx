/** Goods that belong together: buy and get, bundles, gifts. */
import { ActionIcon, Button, Checkbox, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { newIntentionId } from '../app/uuid.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import type { BundlePartForm } from './benefitForm.ts';
import type { FieldsOf } from './fieldProps.ts';
import { OffFields } from './OffFields.tsx';
import styles from './PromotionEditor.module.css';
import { ScopeFields } from './ScopeFields.tsx';
import { noGoodsYet } from './scopeForm.ts';
import type { PromotionEdit } from './usePromotionEdit.ts';

export function BuyGetFields({ benefit, edit }: FieldsOf<'product.buyGet'>) {
  const { t } = useTranslation();
  const set = (patch: Partial<typeof benefit>) => edit.set({ benefit: { ...benefit, ...patch } });
  const { errorOf } = edit;
  return (
    <Stack gap="md">
      <div className={styles.pair}>
        <WholeInput
          label={t('promotion.field.buyPieces')}
          unit={t('promotion.unit.pieces')}
          value={benefit.buyPieces}
          error={errorOf('benefit.buyPieces')}
          onChange={(buyPieces) => set({ buyPieces })}
        />
        <WholeInput
          label={t('promotion.field.getPieces')}
          unit={t('promotion.unit.pieces')}
          value={benefit.getPieces}
          error={errorOf('benefit.getPieces')}
          onChange={(getPieces) => set({ getPieces })}
        />
      </div>
      <OffFields off={benefit.off} path="benefit.off" errorOf={errorOf} onChange={(off) => set({ off })} />
      <Checkbox
        size="md"
        label={t('promotion.field.getOthers')}
        checked={benefit.get !== null}
        onChange={(event) => set({ get: event.currentTarget.checked ? noGoodsYet : null })}
      />
      {benefit.get !== null && (
        <ScopeFields
          label={t('promotion.field.getGoods')}
          scope={benefit.get}
          error={errorOf('benefit.get')}
          isChosenOnly
          onChange={(get) => set({ get })}
        />
      )}
      <AtMostTimes benefit={benefit} edit={edit} />
    </Stack>
  );
}

function AtMostTimes({ benefit, edit }: FieldsOf<'product.buyGet' | 'product.bundle'>) {
  const { t } = useTranslation();
  return (
    <WholeInput
      label={t('promotion.field.atMostTimes')}
      placeholder={t('promotion.field.noBound')}
      value={benefit.atMostTimes}
      error={edit.errorOf('benefit.atMostTimes')}
      onChange={(atMostTimes) => edit.set({ benefit: { ...benefit, atMostTimes } })}
    />
  );
}

export function BundleFields({ benefit, edit }: FieldsOf<'product.bundle'>) {
  const { t } = useTranslation();
  const { parts } = benefit;
  const setParts = (next: readonly BundlePartForm[]) => edit.set({ benefit: { ...benefit, parts: next } });
  return (
    <Stack gap="md">
      {parts.map((part, at) => (
        <BundlePart
          key={part.key}
          part={part}
          at={at}
          edit={edit}
          onChange={(next) => setParts(parts.map((each) => (each === part ? next : each)))}
          onRemove={parts.length > 1 ? () => setParts(parts.filter((each) => each !== part)) : null}
        />
      ))}
      {parts.length < 10 && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={20} aria-hidden="true" />}
            onClick={() => setParts([...parts, { key: newIntentionId(), of: noGoodsYet, pieces: 1 }])}
          >
            {t('promotion.bundle.addPart')}
          </Button>
        </div>
      )}
      <MoneyInput
        label={t('promotion.field.bundlePrice')}
        value={benefit.priceSom}
        error={edit.errorOf('benefit.priceSom')}
        onChange={(priceSom) => edit.set({ benefit: { ...benefit, priceSom } })}
      />
      <AtMostTimes benefit={benefit} edit={edit} />
    </Stack>
  );
}

interface BundlePartProps {
  readonly part: BundlePartForm;
  readonly at: number;
  readonly edit: PromotionEdit;
  readonly onChange: (part: BundlePartForm) => void;
  readonly onRemove: (() => void) | null;
}

function BundlePart({ part, at, edit, onChange, onRemove }: BundlePartProps) {
  const { t } = useTranslation();
  const number = at + 1;
  return (
    <div className={styles.item}>
      <Stack gap="sm" className={styles.fill ?? ''}>
        <ScopeFields
          label={t('promotion.bundle.part', { number })}
          scope={part.of}
          error={edit.errorOf(`benefit.parts.${at}.of`)}
          isChosenOnly
          onChange={(of) => onChange({ ...part, of })}
        />
        <WholeInput
          className={styles.medium ?? ''}
          label={t('promotion.field.pieces')}
          unit={t('promotion.unit.pieces')}
          value={part.pieces}
          error={edit.errorOf(`benefit.parts.${at}.pieces`)}
          onChange={(pieces) => onChange({ ...part, pieces })}
        />
      </Stack>
      {onRemove !== null && (
        <ActionIcon aria-label={t('promotion.bundle.removePart', { number })} onClick={onRemove}>
          <IconTrash size={20} aria-hidden="true" />
        </ActionIcon>
      )}
    </div>
  );
}

export function GiftFields({ benefit, edit }: FieldsOf<'product.gift'>) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <ScopeFields
        label={t('promotion.field.giftGoods')}
        scope={benefit.of}
        error={edit.errorOf('benefit.of')}
        isChosenOnly
        onChange={(of) => edit.set({ benefit: { ...benefit, of } })}
      />
      <WholeInput
        className={styles.medium ?? ''}
        label={t('promotion.field.pieces')}
        unit={t('promotion.unit.pieces')}
        value={benefit.pieces}
        error={edit.errorOf('benefit.pieces')}
        onChange={(pieces) => edit.set({ benefit: { ...benefit, pieces } })}
      />
    </Stack>
  );
}
