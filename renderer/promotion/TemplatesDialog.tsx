/** How a new promotion begins: with one that many shops run, or with an empty form. */
import { Modal, SimpleGrid, UnstyledButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './TemplatesDialog.module.css';
import { templateNames } from './templates.ts';

export function TemplatesDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const begin = (from: string) => {
    onClose();
    void navigate({ to: `/promotions/new/${from}` });
  };
  return (
    <Modal opened={isOpen} onClose={onClose} size={1160} title={t('promotion.template.title')}>
      <SimpleGrid cols={{ base: 3, lg: 4 }} spacing="md">
        {templateNames.map((name) => (
          <Choice
            key={name}
            title={t(`promotion.template.${name}.name`)}
            hint={t(`promotion.template.${name}.hint`)}
            onChoose={() => begin(name)}
          />
        ))}
        <Choice
          title={t('promotion.template.blank')}
          hint={t('promotion.template.blankHint')}
          onChoose={() => begin('')}
        />
      </SimpleGrid>
    </Modal>
  );
}

function Choice({ title, hint, onChoose }: { title: string; hint: string; onChoose: () => void }) {
  return (
    <UnstyledButton className={styles.choice} onClick={onChoose}>
      <strong>{title}</strong>
      <span className="muted">{hint}</span>
    </UnstyledButton>
  );
}
