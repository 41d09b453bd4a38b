/** Who came on the day, all of them or those behind one figure; each line leads to the customer. */
import { Button, Chip } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasComeBack } from '../../shared/report/customerDay.ts';
import type { CustomerDay } from '../../shared/report/customerDayContract.ts';
import { customerDayLines, type PersonLine } from '../../shared/report/customerDayLines.ts';
import { useFormat } from '../app/language.ts';
import styles from './CustomerDay.module.css';
import { FormulaMark } from './CustomerDayFormula.tsx';
import { nameText, noteText, valueText } from './customerDayBlocks.ts';

/** The figures that have people behind them. */
const shownFigures = ['came', 'new', 'returning', 'cameBack', 'registered'] as const;
export type Shown = (typeof shownFigures)[number];

export function isShown(word: string): word is Shown {
  return shownFigures.some((each) => each === word);
}

/** As many as are read without scrolling far. */
const linesAtFirst = 20;

interface CustomerDayComersProps {
  readonly report: CustomerDay;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

export function CustomerDayComers({ report, shown, onShow }: CustomerDayComersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const people = peopleOf(report, shown);
  const lines = isWhole ? people : people.slice(0, linesAtFirst);
  const more = report.customers[shown] - people.length;
  const title = t('report.customerDay.section.came');
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <FormulaMark title={title} formula={t('report.customerDay.formula.cameList')} />
      </div>
      <fieldset className={styles.chips} aria-label={t('report.customerDay.filter')}>
        {shownFigures.map((figure) => (
          <Chip
            key={figure}
            type="radio"
            name="customerDay"
            checked={shown === figure}
            onChange={() => onShow(figure)}
          >
            {`${t(`report.customerDay.show.${figure}`)} ${format.number(report.customers[figure])}`}
          </Chip>
        ))}
      </fieldset>
      {people.length === 0 ? (
        <p className={styles.nothing}>
          {shown === 'came' ? t('report.customerDay.nobody.came') : t('report.customerDay.nobody.shown')}
        </p>
      ) : (
        <Lines lines={lines} />
      )}
      {people.length > lines.length && (
        <Button variant="default" onClick={() => setWhole(true)}>
          {t('report.customerDay.showAll', { count: people.length - lines.length })}
        </Button>
      )}
      {isWhole && more > 0 && (
        <p className={styles.nothing}>{t('report.customerDay.more', { count: more })}</p>
      )}
    </section>
  );
}

/** Those who came as the report has them; whoever registered without a purchase has no figures beside the name. */
function peopleOf(report: CustomerDay, shown: Shown): readonly PersonLine[] {
  const came = customerDayLines(report).lists.find(({ key }) => key === 'came')?.people ?? [];
  if (shown === 'came') return came;
  if (shown === 'registered') {
    return report.registered.map(
      ({ customerId: id, name }) =>
        came.find((line) => line.id === id) ?? { id, name, note: null, values: [] },
    );
  }
  const fits = {
    new: (row: CustomerDay['came'][number]) => row.isNew,
    returning: (row: CustomerDay['came'][number]) => !row.isNew,
    cameBack: hasComeBack,
  } as const;
  const ids = new Set(report.came.filter(fits[shown]).map(({ customerId }) => customerId));
  return came.filter(({ id }) => ids.has(id));
}

function Lines({ lines }: { lines: readonly PersonLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  return (
    <table className={`${styles.rows} ${styles.people}`}>
      <thead>
        <tr>
          <th scope="col">{t('report.customerDay.column.name')}</th>
          <th scope="col">{t('report.customerDay.column.note')}</th>
          <th scope="col" className={styles.number}>
            {t('report.customerDay.column.receipts')}
          </th>
          <th scope="col" className={styles.number}>
            {t('report.customerDay.column.sum')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const [receipts, sum] = line.values.map((value) => valueText(value, { format }));
          return (
            <tr key={line.id}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => void navigate({ to: `/customers/${line.id}` })}
                >
                  {nameText(line, { t })}
                </button>
              </th>
              <td className="muted">{noteText(line, { t })}</td>
              <td className={`${styles.number} figures muted`}>{receipts}</td>
              <td className={`${styles.number} figures`}>{sum}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
