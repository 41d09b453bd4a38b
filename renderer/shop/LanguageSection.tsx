/** The language of this screen, and the shop's own language: that of receipts of customers without one. */
import { Paper, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { type Language, languages } from '../../shared/text.ts';
import { chooseLanguage, languageNames, useLanguage } from '../app/language.ts';
import { SettingsCard } from './SettingsCard.tsx';
import { useSettingsForm } from './settingsForm.ts';

const fields = ['language'] as const;

/** `mayChange`: the shop's language is the owner's, the screen's is everybody's. */
export function LanguageSection({ settings, mayChange }: { settings: ShopSettings; mayChange: boolean }) {
  return (
    <Stack gap="md">
      <ScreenLanguage />
      {mayChange && <ShopLanguage settings={settings} />}
    </Stack>
  );
}

function ScreenLanguage() {
  const { t } = useTranslation();
  return (
    <Paper maw={840}>
      <LanguageRadios
        label={t('shop.screenLanguage')}
        description={t('shop.screenLanguageHint')}
        language={useLanguage()}
        onChange={(language) => void chooseLanguage(language)}
      />
    </Paper>
  );
}

function ShopLanguage({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const form = useSettingsForm(settings, fields);
  return (
    <SettingsCard form={form}>
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
