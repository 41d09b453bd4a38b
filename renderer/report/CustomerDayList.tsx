/** One list of the day's report beside those who came: debts, missing regulars, birthdays, cashiers. */
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerDay } from '../../shared/report/customerDayContract.ts';
import {
  columns,
  customerDayLines,
  type ListSection,
  type PersonLine,
} from '../../shared/report/customerDayLines.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import styles from './CustomerDay.module.css';
import { FormulaMark } from './CustomerDayFormula.tsx';
import { figureText, nameText, valueText } from './customerDayBlocks.ts';

const linesAtFirst = 8;

type ListKey = Exclude<ListSection['key'], 'came'>;

export function CustomerDayList({ report, list }: { report: CustomerDay; list: ListKey }) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const section = customerDayLines(report).lists.find(({ key }) => key === list);
  if (section === undefined) return null;
  const { people, count, isUnknown } = section;
  const lines = isWhole ? people : people.slice(0, linesAtFirst);
  const title = t(`report.customerDay.section.${list}`);
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {title}
          {people.length > 0 && list !== 'cashiers' && <span className="muted"> {count}</span>}
        </h2>
        <FormulaMark title={title} formula={t(`report.customerDay.formula.${list}`)} />
      </div>
      <Sums section={section} />
      {people.length === 0 ? (
        <p className={styles.nothing}>
          {isUnknown ? t('report.customerDay.unknown') : t(`report.customerDay.nobody.${list}`)}
        </p>
      ) : (
        <Lines list={list} lines={lines} />
      )}
      {people.length > lines.length && (
        <Button variant="default" onClick={() => setWhole(true)}>
          {t('report.customerDay.showAll', { count: people.length - lines.length })}
        </Button>
      )}
      {isWhole && count > people.length && (
        <p className={styles.nothing}>{t('report.customerDay.more', { count: count - people.length })}</p>
      )}
    </section>
  );
}

function Sums({ section }: { section: ListSection }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (section.figures.length === 0) return null;
  return (
    <dl className={styles.sums}>
      {section.figures.map((figure) => (
        <div key={figure.word}>
          <dt className="muted">{t(`report.customerDay.figure.${figure.word}`)}</dt>
          <dd className="figures">{figureText(figure, { format })}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ list, lines }: { list: ListKey; lines: readonly PersonLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={`${styles.rows} ${styles.people}`}>
      {columns[list].length > 0 && (
        <thead>
          <tr>
            <th scope="col">{t(`report.customerDay.column.${list === 'cashiers' ? 'person' : 'name'}`)}</th>
            {columns[list].map((column) => (
              <th key={column} scope="col" className={styles.number}>
                {t(`report.customerDay.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <Name list={list} line={line} />
            </th>
            {line.values.map((value, place) => (
              <td key={columns[list][place]} className={`${styles.number} figures`}>
                {valueText(value, { format })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A customer's name leads to the customer; a cashier's to the person, for whoever may see people. */
function Name({ list, line }: { list: ListKey; line: PersonLine }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayPeople = useMay('staff.manage');
  const name = nameText(line, { t });
  if (list === 'cashiers' && !mayPeople) return name;
  const to = list === 'cashiers' ? `/people/${line.id}` : `/customers/${line.id}`;
  return (
    <button type="button" className={styles.link} onClick={() => void navigate({ to })}>
      {name}
    </button>
  );
}
