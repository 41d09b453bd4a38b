/** A code that nobody knows: red, blocks payment, and is taken out or made a product where it stands. */
import { IconAlertTriangle, IconPackage, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Basket } from '../../shared/sale/basketContract.ts';
import { useFormat } from '../app/language.ts';
import styles from './BasketList.module.css';
import { useSelling } from './selling.ts';

export type UnknownLine = Extract<Basket['lines'][number], { kind: 'unknown' }>;

export function UnknownRow({ line }: { line: UnknownLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { change, show } = useSelling();
  return (
    <>
      <span className={styles.what}>
        <span className={styles.unknownCode}>
          <IconAlertTriangle size={20} aria-hidden="true" />
          <span className="figures">{line.code}</span>
          {line.quantityThousandths !== 1000 && (
            <span className="figures">× {format.quantity(line.quantityThousandths)}</span>
          )}
        </span>
        <span className={styles.unknownWords}>{t('sale.unknown.words')}</span>
      </span>
      <span className={styles.unknownActions}>
        <button
          type="button"
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            show({ kind: 'makeProduct', lineId: line.lineId, code: line.code });
          }}
        >
          <IconPackage size={20} aria-hidden="true" />
          {t('sale.unknown.make')}
        </button>
        <button
          type="button"
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            void change({ kind: 'removeLine', lineId: line.lineId });
          }}
        >
          <IconTrash size={20} aria-hidden="true" />
          {t('sale.unknown.remove')}
        </button>
      </span>
    </>
  );
}
