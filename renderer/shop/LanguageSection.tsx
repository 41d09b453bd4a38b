/** The language of this screen, and the shop's own language: that of receipts of customers without one. */
import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { type Language, languages } from '../../shared/text.ts';
import { chooseLanguage, languageNames, useLanguage } from '../app/language.ts';
import { SettingsCard } from './SettingsCard.tsx';
import { useSettingsForm } from './settingsForm.ts';

const fields = ['language'] as const;

export function LanguageSection({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const current = useLanguage();
  const form = useSettingsForm(settings, fields);
  return (
    <SettingsCard form={form}>
      <LanguageRadios
        label={t('shop.screenLanguage')}
        description={t('shop.screenLanguageHint')}
        language={current}
        onChange={(language) => void chooseLanguage(language)}
      />
      <LanguageRadios
        label={t('shop.shopLanguage')}
        description={t('shop.shopLanguageHint')}
        language={form.values.language}
        onChange={(language) => form.set({ language })}
      />
    </SettingsCard>
  );
}

interface LanguageRadiosProps {
  label: string;
  description: string;
  language: Language;
  onChange: (language: Language) => void;
}

function LanguageRadios({ label, description, language, onChange }: LanguageRadiosProps) {
  return (
    <Radio.Group
      label={label}
      description={description}
      value={language}
      onChange={(value) => onChange(languages.find((each) => each === value) ?? language)}
    >
      <Stack gap="sm" mt="sm">
        {languages.map((each) => (
          <Radio key={each} size="md" value={each} label={languageNames[each]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
