/** The language in which a customer's receipts are written. */
import { Input, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../shared/text.ts';
import { languageNames } from '../app/language.ts';

export interface CustomerLanguageProps {
  /** Null: the shop's own language. */
  language: Language | null;
  onChange: (language: Language | null) => void;
}

export function CustomerLanguage({ language, onChange }: CustomerLanguageProps) {
  const { t } = useTranslation();
  return (
    <Input.Wrapper label={t('customer.language')}>
      <SegmentedControl
        fullWidth
        aria-label={t('customer.language')}
        data={[
          { value: '', label: t('customer.languageShop') },
          ...languages.map((each) => ({ value: each, label: languageNames[each] })),
        ]}
        value={language ?? ''}
        onChange={(value) => onChange(languages.find((each) => each === value) ?? null)}
      />
    </Input.Wrapper>
  );
}
