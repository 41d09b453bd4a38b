/** The number pad of the sell screen: four rows of four keys that never move. */
import { useTranslation } from 'react-i18next';
import { type NumpadKey, numpadKeys } from '../app/typed.ts';
import styles from './Numpad.module.css';

const faces: Readonly<Partial<Record<NumpadKey, string>>> = {
  back: '⌫',
  times: '×',
  minus: '−',
  clear: 'C',
};

/** Keys never take the focus: it stays in the field the figures go to. */
export function Numpad({ onKey }: { onKey: (key: NumpadKey) => void }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would give the pad a border and a legend
    <div className={styles.pad} role="group" aria-label={t('ui.numpad.label')}>
      {numpadKeys.flat().map((key) => (
        <button
          key={key}
          type="button"
          className={styles.key}
          tabIndex={-1}
          aria-label={faces[key] === undefined ? key : t(`ui.numpad.${key}`)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onKey(key)}
        >
          {faces[key] ?? key}
        </button>
      ))}
    </div>
  );
}
