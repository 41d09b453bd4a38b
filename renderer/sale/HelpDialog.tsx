/** The whole keyboard on one page, drawn from the same table that hears the keys. */
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { actionsOf, type Binding, bindingsOf, capOf, type KeyAction, type KeyState } from '../app/keys.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import styles from './HelpDialog.module.css';
import { useSelling } from './selling.ts';
import { shownActions } from './shownActions.ts';

export function HelpDialog() {
  const { t } = useTranslation();
  const { show } = useSelling();
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.help.title')} size={920} yOffset={8}>
      <div className={styles.columns}>
        <Table state="selling" title={t('sale.help.selling')} actions={shownActions.help} />
        <div>
          <Table state="payment" title={t('sale.help.payment')} actions={actionsOf('payment')} />
          <p className={styles.hint}>{t('sale.help.quantity')}</p>
        </div>
      </div>
    </Modal>
  );
}

/** Keys that look the same on their caps (both Enter keys) once. */
function capsOf(state: KeyState, action: KeyAction): readonly Binding[] {
  const byCap = new Map(bindingsOf(state, action).map((binding) => [capOf(binding), binding]));
  return [...byCap.values()];
}

interface TableProps<S extends KeyState> {
  state: S;
  title: string;
  actions: readonly KeyAction<S>[];
}

function Table<S extends KeyState>({ state, title, actions }: TableProps<S>) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <dl className={styles.table}>
        {actions.map((action) => (
          <div key={String(action)} className={styles.row}>
            <dt>
              {capsOf(state, action).map((binding) => (
                <KeyCap key={binding} binding={binding} />
              ))}
            </dt>
            <dd>{t(`ui.keys.${String(action)}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
