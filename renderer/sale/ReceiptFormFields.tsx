/** The parts of the receipt's form: its languages, its head, what it shows, and its foot. */
import { Button, Checkbox, Group, SegmentedControl, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ReceiptForm, receiptParts } from '../../shared/shop/receiptForm.ts';
import { languages } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { languageNames } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './ReceiptFormPage.module.css';
import { everyLanguage, withLanguage } from './receiptFormDraft.ts';

export interface ReceiptFormFields {
  readonly form: ReceiptForm;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (patch: Partial<ReceiptForm>) => void;
}

export function LanguagesSection({ form, onChange }: ReceiptFormFields) {
  const { t } = useTranslation();
  const chosen = form.languages;
  return (
    <Section title={t('sale.receiptForm.languages')}>
      <SegmentedControl
        aria-label={t('sale.receiptForm.languages')}
        data={[
          { value: 'customer', label: t('sale.receiptForm.languageOfCustomer') },
          { value: 'fixed', label: t('sale.receiptForm.languagesFixed') },
        ]}
        value={chosen.length === 0 ? 'customer' : 'fixed'}
        onChange={(way) => onChange({ languages: way === 'fixed' ? everyLanguage() : [] })}
      />
      {chosen.length > 0 && (
        <Group gap="sm">
          {languages.map((language) => {
            const place = chosen.indexOf(language);
            const isLast = place !== -1 && chosen.length === 1;
            return (
              <Button
                key={language}
                lang={language}
                variant={place === -1 ? 'default' : 'light'}
                aria-pressed={place !== -1}
                disabled={isLast}
                onClick={() => onChange({ languages: withLanguage(chosen, language) })}
              >
                {place === -1 ? languageNames[language] : `${place + 1}. ${languageNames[language]}`}
              </Button>
            );
          })}
        </Group>
      )}
      <Text c="var(--muted)" size="sm">
        {t(chosen.length === 0 ? 'sale.receiptForm.customerHint' : 'sale.receiptForm.languagesHint')}
      </Text>
    </Section>
  );
}

export function HeadSection({ form, errorOf, onChange }: ReceiptFormFields) {
  const { t } = useTranslation();
  const { data } = useTill(api.shop.logo, {});
  const hasNone = data !== undefined && data.logo === null;
  return (
    <Section title={t('sale.receiptForm.head')}>
      <Switch
        size="md"
        label={t('sale.receiptForm.logo')}
        description={hasNone ? t('sale.receiptForm.noLogo') : undefined}
        checked={form.showsLogo}
        onChange={(event) => onChange({ showsLogo: event.currentTarget.checked })}
      />
      <LocalTextField
        label={t('sale.receiptForm.header')}
        isLong
        text={form.header}
        error={errorOf('header')}
        onChange={(header) => onChange({ header })}
      />
    </Section>
  );
}

export function PartsSection({ form, onChange }: ReceiptFormFields) {
  const { t } = useTranslation();
  return (
    <Section title={t('sale.receiptForm.parts')}>
      <div className={styles.parts}>
        {receiptParts.map((part) => (
          <Checkbox
            key={part}
            size="md"
            label={t(`sale.receiptForm.part.${part}`)}
            checked={form.parts[part]}
            onChange={(event) => onChange({ parts: { ...form.parts, [part]: event.currentTarget.checked } })}
          />
        ))}
      </div>
    </Section>
  );
}

export function FootSection({ form, errorOf, onChange }: ReceiptFormFields) {
  const { t } = useTranslation();
  return (
    <Section title={t('sale.receiptForm.foot')}>
      <LocalTextField
        label={t('sale.receiptForm.footer')}
        isLong
        text={form.footer}
        error={errorOf('footer')}
        onChange={(footer) => onChange({ footer })}
      />
      <LinkFields form={form} errorOf={errorOf} onChange={onChange} />
    </Section>
  );
}

const linkKinds = ['page', 'map'] as const;

function LinkFields({ form: { link }, errorOf, onChange }: ReceiptFormFields) {
  const { t } = useTranslation();
  const set = (patch: Partial<NonNullable<ReceiptForm['link']>>) =>
    link !== null && onChange({ link: { ...link, ...patch } });
  return (
    <Stack gap="sm">
      <Switch
        size="md"
        label={t('sale.receiptForm.link')}
        checked={link !== null}
        onChange={(event) =>
          onChange({ link: event.currentTarget.checked ? { address: '', shows: 'page', caption: {} } : null })
        }
      />
      {link !== null && (
        <>
          <SegmentedControl
            aria-label={t('sale.receiptForm.link')}
            data={linkKinds.map((kind) => ({ value: kind, label: t(`sale.receiptForm.linkTo.${kind}`) }))}
            value={link.shows}
            onChange={(shows) => set({ shows: linkKinds.find((kind) => kind === shows) ?? 'page' })}
          />
          <TextInput
            label={t('sale.receiptForm.address')}
            placeholder="https://"
            inputMode="url"
            autoComplete="off"
            value={link.address}
            error={errorOf('link.address')}
            onChange={(event) => set({ address: event.currentTarget.value })}
          />
          <LocalTextField
            label={t('sale.receiptForm.caption')}
            text={link.caption}
            error={errorOf('link.caption')}
            onChange={(caption) => set({ caption })}
          />
        </>
      )}
    </Stack>
  );
}
