/** One product in a drawer: made new, or changed; what was typed stays when the till refuses. */
import { Button, Drawer, Group, Switch } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { catalogueContract, type Product } from '../../shared/catalogue/contract.ts';
import { type Content, isPack } from '../../shared/catalogue/unitPrice.ts';
import type { Som } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useMay } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { LocalTextField, type TypedText } from '../ui/LocalTextField.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { AdviceField } from './AdviceField.tsx';
import { BarcodesField } from './BarcodesField.tsx';
import { ContentField } from './ContentField.tsx';
import { GroupFields } from './GroupFields.tsx';
import { PriceFields } from './PriceFields.tsx';
import { UnitAndVatFields } from './UnitAndVatFields.tsx';

export interface ProductDrawerProps {
  /** Null: the drawer is shut. */
  edited: Product | 'new' | null;
  onClose: () => void;
}

export function ProductDrawer({ edited, onClose }: ProductDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={edited === 'new' ? t('catalogue.new') : t('catalogue.edit')}
    >
      {edited !== null && (
        <ProductForm
          key={edited === 'new' ? 'new' : edited.id}
          product={edited === 'new' ? null : edited}
          onClose={onClose}
        />
      )}
    </Drawer>
  );
}

const schema = schemaOf(catalogueContract.save).omit({ intentionId: true, approval: true });
type Checked = z.output<typeof schema>;
/** While a price, a day or a figure is being typed it is none yet. */
type Typed = Omit<Checked, 'priceSom' | 'costSom' | 'expiresOn' | 'content' | 'advice'> & {
  readonly priceSom: Som | null;
  readonly costSom: Som | null | undefined;
  readonly expiresOn: string | null;
  readonly content: Content | null;
  readonly advice: TypedText | null;
};

const newProduct: Typed = {
  productId: null,
  name: {},
  unit: 'piece',
  priceSom: null,
  costSom: null,
  vat: { kind: 'shop' },
  barcodes: [],
  categoryId: null,
  brandId: null,
  tags: [],
  expiresOn: null,
  content: null,
  advice: null,
  isDiscountable: true,
  isQuickGood: false,
  isActive: true,
};

/** Whoever may not see what goods cost leaves it as it is, unless they type another. */
function typedOf(product: Product | null, maySeeCost: boolean): Typed {
  if (product === null) return newProduct;
  const { id, ...same } = product;
  return { productId: id, ...same, costSom: maySeeCost ? same.costSom : undefined };
}

function ProductForm({ product, onClose }: { product: Product | null; onClose: () => void }) {
  const { t } = useTranslation();
  const maySeeCost = useMay('report.month');
  const isCostHidden = product !== null && !maySeeCost;
  const form = useForm<Typed, Checked>(schema, typedOf(product, maySeeCost), {
    barcodes: t('catalogue.barcodeWrong'),
    priceSom: t('catalogue.priceWrong'),
    content: t('catalogue.contentWrong'),
    advice: t('catalogue.adviceWrong'),
  });
  const save = useIntention(api.catalogue.save);
  const { values, set, errorOf } = form;
  const onSave = () => saveChecked({ form, send: save.send, saved: t('common.saved'), onClose });
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
      <LocalTextField
        label={t('catalogue.name')}
        text={values.name}
        error={errorOf('name')}
        onChange={(name) => set({ name })}
      />
      <PriceFields
        priceSom={values.priceSom}
        priceError={errorOf('priceSom')}
        costSom={values.costSom}
        costError={errorOf('costSom')}
        isCostHidden={isCostHidden}
        onChange={set}
      />
      <UnitAndVatFields unit={values.unit} vat={values.vat} onChange={set} />
      {isPack(values.unit) && (
        <ContentField
          content={values.content}
          error={errorOf('content')}
          onChange={(content) => set({ content })}
        />
      )}
      <BarcodesField
        barcodes={values.barcodes}
        error={errorOf('barcodes')}
        onChange={(barcodes) => set({ barcodes: [...barcodes] })}
      />
      <GroupFields
        categoryId={values.categoryId}
        brandId={values.brandId}
        tags={values.tags}
        tagsError={errorOf('tags')}
        onChange={set}
      />
      <DayInput
        label={t('catalogue.expiresOn')}
        description={t('catalogue.expiresOnHint')}
        value={values.expiresOn}
        error={errorOf('expiresOn')}
        onChange={(expiresOn) => set({ expiresOn })}
      />
      <AdviceField advice={values.advice} error={errorOf('advice')} onChange={(advice) => set({ advice })} />
      <ProductSwitches values={values} isNew={product === null} onChange={set} />
      {product?.isActive && <LabelsOf productId={product.id} />}
    </SaveForm>
  );
}

/** Leads to the labels with this product picked; nothing that was typed here is printed before it is saved. */
function LabelsOf({ productId }: { productId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Group>
      <Button
        variant="default"
        leftSection={<IconTags size={20} aria-hidden="true" />}
        onClick={() => void navigate({ to: `/catalogue/price-tags/${productId}` })}
      >
        {t('catalogue.printLabels')}
      </Button>
    </Group>
  );
}

type Switches = Pick<Typed, 'isDiscountable' | 'isQuickGood' | 'isActive'>;

interface ProductSwitchesProps {
  readonly values: Switches;
  readonly isNew: boolean;
  readonly onChange: (patch: Partial<Switches>) => void;
}

function ProductSwitches({ values, isNew, onChange }: ProductSwitchesProps) {
  const { t } = useTranslation();
  return (
    <>
      <Switch
        size="md"
        label={t('catalogue.neverDiscounted')}
        description={t('catalogue.neverDiscountedHint')}
        checked={!values.isDiscountable}
        onChange={(event) => onChange({ isDiscountable: !event.currentTarget.checked })}
      />
      <Switch
        size="md"
        label={t('catalogue.isQuickGood')}
        description={t('catalogue.quickGoodHint')}
        checked={values.isQuickGood}
        onChange={(event) => onChange({ isQuickGood: event.currentTarget.checked })}
      />
      {!isNew && (
        <Switch
          size="md"
          label={t('catalogue.isActive')}
          description={t('catalogue.activeHint')}
          checked={values.isActive}
          onChange={(event) => onChange({ isActive: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
