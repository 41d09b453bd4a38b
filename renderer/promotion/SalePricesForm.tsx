/** The form of sale prices: a name for the receipt, the days, the goods, and the two ways to save it. */
import { Button, Fieldset, Group, SimpleGrid, Stack, TagsInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { SalePricesGoods } from './SalePricesGoods.tsx';
import {
  type CheckedSalePrices,
  promotionOfPrices,
  salePricesSchema,
  type TypedSalePrices,
} from './salePricesForm.ts';

export interface SalePricesFormProps {
  promotionId: string;
  first: TypedSalePrices;
  /** Changes of prices that hold already hold at once. */
  isLive: boolean;
  /** Prices that are over are only looked at. */
  isOver?: boolean;
  onClose: () => void;
  /** What else can be done with them. */
  children?: ReactNode;
}

export function SalePricesForm(props: SalePricesFormProps) {
  const { promotionId, first, isLive, isOver = false, onClose, children } = props;
  const { t } = useTranslation();
  const form = useForm<TypedSalePrices, CheckedSalePrices>(salePricesSchema, first, {
    to: t('promotion.salePrices.endBeforeStart'),
    goods: t('promotion.salePrices.noGoods'),
  });
  const save = useIntention(api.promotion.save);
  const { values, set, errorOf } = form;
  const saveAs = (state: 'draft' | 'live', saved: string) =>
    void saveChecked({
      form,
      send: (checked) => save.send({ promotion: promotionOfPrices(promotionId, checked), state }),
      saved,
      onClose,
    });
  return (
    <Stack gap="lg">
      <Fieldset disabled={isOver} variant="unstyled">
        <Stack gap="lg">
          <SimpleGrid cols={2} spacing="md">
            <DayInput
              label={t('promotion.salePrices.from')}
              value={values.from}
              error={errorOf('from')}
              onChange={(from) => set({ from })}
            />
            <DayInput
              label={t('promotion.salePrices.to')}
              value={values.to}
              error={errorOf('to')}
              onChange={(to) => set({ to })}
            />
          </SimpleGrid>
          <ForWhom tags={values.tags} error={errorOf('tags')} onChange={(tags) => set({ tags })} />
          <SalePricesGoods
            goods={values.goods}
            error={values.goods.length === 0 ? errorOf('goods') : undefined}
            isMissing={(place) => errorOf(`goods.${place}.priceSom`) !== undefined}
            onChange={(goods) => set({ goods })}
          />
          <LocalTextField
            label={t('promotion.salePrices.name')}
            text={values.name}
            error={errorOf('name')}
            onChange={(name) => set({ name })}
          />
        </Stack>
      </Fieldset>
      <ErrorAnswer error={save.error} />
      <Group justify="space-between">
        <div>{children}</div>
        <SaveButtons
          isLive={isLive}
          isOver={isOver}
          isSending={save.isSending}
          onSave={saveAs}
          onClose={onClose}
        />
      </Group>
    </Stack>
  );
}

interface ForWhomProps {
  tags: readonly string[];
  error: string | undefined;
  onChange: (tags: readonly string[]) => void;
}

/** Nobody named is everybody; a tag makes the prices a price list. */
function ForWhom({ tags, error, onChange }: ForWhomProps) {
  const { t } = useTranslation();
  const known = useTill(api.customer.tags, {}).data;
  return (
    <TagsInput
      size="md"
      label={t('promotion.salePrices.tags')}
      description={t('promotion.salePrices.tagsHint')}
      data={(known?.tags ?? []).map(({ tag }) => tag)}
      value={[...tags]}
      error={error}
      splitChars={[',', ';']}
      acceptValueOnBlur
      onChange={(typed) => onChange([...new Set(typed.map((tag) => tag.toLowerCase()))])}
    />
  );
}

interface SaveButtonsProps {
  isLive: boolean;
  isOver: boolean;
  isSending: boolean;
  onSave: (state: 'draft' | 'live', saved: string) => void;
  onClose: () => void;
}

function SaveButtons({ isLive, isOver, isSending, onSave, onClose }: SaveButtonsProps) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <Button variant="default" onClick={onClose}>
        {isOver ? t('common.close') : t('common.cancel')}
      </Button>
      {!isOver && !isLive && (
        <Button variant="light" onClick={() => onSave('draft', t('promotion.salePrices.savedDraft'))}>
          {t('promotion.salePrices.saveDraft')}
        </Button>
      )}
      {!isOver && (
        <Button
          loading={isSending}
          onClick={() => onSave('live', isLive ? t('common.saved') : t('promotion.salePrices.started'))}
        >
          {isLive ? t('common.save') : t('promotion.salePrices.start')}
        </Button>
      )}
    </Group>
  );
}
