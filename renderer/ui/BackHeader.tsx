/** The head of a page below a list: the way back, a name of any length, and what can be done. */
import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './BackHeader.module.css';

export interface BackHeaderProps {
  title: string;
  /** Where the way back leads. */
  back: string;
  badge?: ReactNode;
  /** Buttons on the right. */
  children?: ReactNode;
}

export function BackHeader({ title, back, badge, children }: BackHeaderProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <header className={styles.header}>
      <ActionIcon variant="default" aria-label={t('common.back')} onClick={() => void navigate({ to: back })}>
        <IconArrowLeft size={20} aria-hidden="true" />
      </ActionIcon>
      <h1 className={styles.title}>{title}</h1>
      {badge}
      <div className={styles.actions}>{children}</div>
    </header>
  );
}
