/** Goods that a blogger gets to show, at what they cost the shop. */
import { Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../shared/catalogue/contract.ts';
import type { Partner } from '../../shared/coupon/partnerContract.ts';
import { ONE, type Som, type Thousandths } from '../../shared/money.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { QuantityInput } from '../ui/QuantityInput.tsx';
import { SaveForm } from '../ui/SaveForm.tsx';
import { ProductSearch } from './ProductSearch.tsx';

export interface GiveGoodsProps {
  isOpen: boolean;
  partner: Partner;
  onClose: () => void;
}

export function GiveGoods({ isOpen, partner, onClose }: GiveGoodsProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} size={560} title={t('coupon.goods.give')}>
      <GoodsForm partner={partner} onClose={onClose} />
    </Modal>
  );
}

function GoodsForm({ partner, onClose }: Omit<GiveGoodsProps, 'isOpen'>) {
  const { t } = useTranslation();
  const [product, setProduct] = useState<Product | null>(null);
  const [quantity, setQuantity] = useState<Thousandths | null>(ONE);
  const [costSom, setCost] = useState<Som | null>(null);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const give = useIntention(api.coupon.giveGoods);
  const send = async () => {
    setTried(true);
    if (product === null || quantity === null || costSom === null) return;
    const answer = await give.send({
      partnerId: partner.partnerId,
      productId: product.id,
      quantityThousandths: quantity,
      costSom,
      note,
    });
    if (!answer.ok) return;
    notifications.show({ message: t('common.saved'), color: 'green' });
    onClose();
  };
  const missing = (isMissing: boolean) => (isTried && isMissing ? t('ui.field.required') : undefined);
  return (
    <SaveForm error={give.error} isSending={give.isSending} onSave={send} onCancel={onClose}>
      <ProductSearch
        label={t('coupon.goods.product')}
        product={product}
        error={missing(product === null)}
        onChange={setProduct}
      />
      <QuantityInput
        key={product?.unit ?? 'piece'}
        label={t('coupon.goods.quantity')}
        unit={product?.unit ?? 'piece'}
        value={quantity}
        error={missing(quantity === null)}
        onChange={setQuantity}
      />
      <MoneyInput
        label={t('coupon.goods.cost')}
        description={t('coupon.goods.costHint')}
        value={costSom}
        error={missing(costSom === null)}
        onChange={setCost}
      />
      <TextInput
        label={t('coupon.partner.note')}
        maxLength={200}
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </SaveForm>
  );
}
