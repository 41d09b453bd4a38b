/** The bar at the bottom of the sell screen: what each key does now, for the eye and for the finger. */
import { useTranslation } from 'react-i18next';
import type { KeyAction, KeyState } from '../app/keys.ts';
import styles from './KeyBar.module.css';
import { ActionKey } from './KeyCap.tsx';

export function KeyBar<S extends KeyState>({
  state,
  actions,
  onAction,
}: {
  state: S;
  actions: readonly KeyAction<S>[];
  onAction: (action: KeyAction<S>) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar}>
      {actions.map((action) => (
        <button
          key={String(action)}
          type="button"
          className={styles.key}
          tabIndex={-1}
          onClick={() => onAction(action)}
        >
          <ActionKey state={state} action={action} />
          <span>{t(`ui.keys.${String(action)}`)}</span>
        </button>
      ))}
    </div>
  );
}
