/** The question mark behind which a figure says how it is worked out. */
import { Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './CustomerDay.module.css';

export function FormulaMark({ title, formula }: { title: string; formula: string }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={formula} events={{ hover: true, focus: true, touch: true }} maw={380} multiline>
      <UnstyledButton className={styles.formula} aria-label={`${t('ui.formula')}: ${title}`}>
        ?
      </UnstyledButton>
    </Tooltip>
  );
}
