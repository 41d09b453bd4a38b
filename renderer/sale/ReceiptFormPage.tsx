/** What the shop's receipts say: the form on the left, on the right a receipt as the printer would print it now. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReceiptForm, receiptFormSchema } from '../../shared/shop/receiptForm.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { api } from '../app/api.ts';
import { useForm } from '../app/form.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { OwnBlocksSection } from './OwnBlocksSection.tsx';
import { FootSection, HeadSection, LanguagesSection, PartsSection } from './ReceiptFormFields.tsx';
import styles from './ReceiptFormPage.module.css';
import { ReceiptTrial } from './ReceiptTrial.tsx';
import { draftOf, settingsWith, shownForm } from './receiptFormDraft.ts';

export function ReceiptFormPage() {
  const { data, error } = useTill(api.shop.settings, {});
  return (
    <>
      <ErrorAnswer error={error} />
      {data !== undefined && <ReceiptFormEditor settings={data} />}
    </>
  );
}

function ReceiptFormEditor({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const form = useForm<ReceiptForm, ReceiptForm>(receiptFormSchema, draftOf(settings), {
    'link.address': t('sale.receiptForm.addressWrong'),
  });
  const change = useIntention(api.shop.changeSettings);
  async function save(event: FormEvent) {
    event.preventDefault();
    const checked = form.check();
    if (checked === null) return;
    const answer = await change.send({ settings: settingsWith(settings, checked) });
    if (!answer.ok) return;
    form.reset(form.values);
    notifications.show({ message: t('common.saved'), color: 'green' });
  }
  const fields = { form: form.values, errorOf: form.errorOf, onChange: form.set };
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <div className={styles.head}>
        <BackHeader title={t('sale.receiptForm.title')} back="/settings">
          <Button type="submit" disabled={!form.isChanged} loading={change.isSending}>
            {t('common.save')}
          </Button>
        </BackHeader>
        <ErrorAnswer error={change.error} />
      </div>
      <div className={styles.columns}>
        <div className={styles.form}>
          <LanguagesSection {...fields} />
          <HeadSection {...fields} />
          <PartsSection {...fields} />
          <FootSection {...fields} />
          <OwnBlocksSection {...fields} />
        </div>
        <ReceiptTrial form={shownForm(form.values)} />
      </div>
    </form>
  );
}
