/** Changes the language of the screens, each language named in its own words. */
import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../shared/text.ts';
import { chooseLanguage, languageNames, useLanguage } from '../app/language.ts';
import styles from './LanguageSwitch.module.css';

export function LanguageSwitch({ isShort = false }: { isShort?: boolean }) {
  const { t } = useTranslation();
  const current = useLanguage();
  return (
    <Menu position="bottom-end" shadow="md" width={200}>
      <Menu.Target>
        <UnstyledButton
          className={styles.button}
          aria-label={`${t('common.language')}: ${languageNames[current]}`}
        >
          {!isShort && <IconLanguage size={20} aria-hidden="true" />}
          <span>{isShort ? current.toUpperCase() : languageNames[current]}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            className={styles.item}
            rightSection={language === current ? <IconCheck size={18} /> : null}
            onClick={() => void chooseLanguage(language)}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
