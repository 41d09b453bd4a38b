/** Words in up to three languages: the user's own first, the others behind a button, because one is enough. */
import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, type LocalText, languages } from '../../shared/text.ts';
import { languageNames, useLanguage } from '../app/language.ts';

/** What a form keeps: an empty language is left out. */
export type TypedText = { uz?: string | undefined; ru?: string | undefined; en?: string | undefined };

export interface LocalTextFieldProps {
  label: string;
  text: LocalText;
  error?: string | undefined;
  /** Several lines: Enter begins a new one. */
  isLong?: boolean;
  onChange: (text: TypedText) => void;
}

function withWords(text: LocalText, language: Language, words: string): TypedText {
  return { ...text, [language]: words === '' ? undefined : words };
}

export function LocalTextField({ label, text, error, isLong = false, onChange }: LocalTextFieldProps) {
  const { t } = useTranslation();
  const current = useLanguage();
  const filled = languages.filter((language) => text[language] !== undefined);
  // Words that are there already lead, else a Russian name would look as if it had none in Uzbek screens.
  const [first] = useState<Language>(() => (filled.includes(current) ? current : (filled[0] ?? current)));
  const [isOpen, setOpen] = useState(filled.length > 1);
  const shown = isOpen ? [first, ...languages.filter((language) => language !== first)] : [first];
  return (
    <Stack gap="sm">
      {shown.map((language, place) => {
        const field = {
          lang: language,
          label: isOpen ? `${label}, ${languageNames[language]}` : label,
          'data-autofocus': place === 0 || undefined,
          autoComplete: 'off',
          value: text[language] ?? '',
          error: place === 0 ? error : undefined,
          onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
            onChange(withWords(text, language, event.currentTarget.value)),
        };
        return isLong ? (
          <Textarea key={language} autosize minRows={2} maxRows={8} {...field} />
        ) : (
          <TextInput key={language} {...field} />
        );
      })}
      {!isOpen && (
        <div>
          <Button variant="subtle" size="compact-md" mih={32} onClick={() => setOpen(true)}>
            {t('ui.otherLanguages')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
