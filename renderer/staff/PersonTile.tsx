/** A person as a large button: first letter, name and role. */
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './PersonTile.module.css';
import type { Person } from './person.ts';

export interface PersonTileProps {
  person: Pick<Person, 'name' | 'role'>;
  isChosen: boolean;
  onChoose: () => void;
}

export function PersonTile({ person, isChosen, onChoose }: PersonTileProps) {
  const { t } = useTranslation();
  return (
    <UnstyledButton className={styles.tile} aria-pressed={isChosen} onClick={onChoose}>
      <span className={styles.initial} aria-hidden="true">
        {person.name.slice(0, 1).toUpperCase()}
      </span>
      <span className={styles.names}>
        <span className={styles.name}>{person.name}</span>
        <span className="muted">{t(`staff.role.${person.role}`)}</span>
      </span>
    </UnstyledButton>
  );
}
