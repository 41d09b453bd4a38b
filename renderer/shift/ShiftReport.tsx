/** An X or Z report on screen: every figure of the paper, in tables that stand side by side. */
import { Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShiftFigures } from '../../shared/shift/figures.ts';
import { useFormat } from '../app/language.ts';
import { providerNames } from '../app/providerNames.ts';
import {
  type Cell,
  type ReportRow,
  type ReportSection,
  type RowLabel,
  reportSections,
} from './reportSections.ts';
import styles from './ShiftReport.module.css';

export function ShiftReport({ figures }: { figures: ShiftFigures }) {
  return (
    <div className={styles.report}>
      {reportSections(figures).map((section) => (
        <Section key={section.name} section={section} />
      ))}
      <Foot figures={figures} />
    </div>
  );
}

function Section({ section }: { section: ReportSection }) {
  const { t } = useTranslation();
  return (
    <Paper component="section" className={styles.section} p="sm">
      <table className={styles.table}>
        <caption className="visuallyHidden">{t(`shift.report.section.${section.name}`)}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.title}>
              {t(`shift.report.section.${section.name}`)}
            </th>
            {section.columns.map((column) => (
              <th key={column} scope="col">
                {t(`shift.report.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {section.rows.map((row) => (
            <Row key={row.key} row={row} columns={section.columns} />
          ))}
        </tbody>
      </table>
    </Paper>
  );
}

function Row({ row, columns }: { row: ReportRow; columns: readonly string[] }) {
  const wordsOf = useLabelWords();
  return (
    <tr className={row.isStrong ? styles.strong : undefined}>
      <th scope="row">{wordsOf(row.label)}</th>
      {columns.map((column, place) => (
        <Figure key={column} cell={row.cells[place] ?? null} />
      ))}
    </tr>
  );
}

function Figure({ cell }: { cell: Cell }) {
  const format = useFormat();
  if (cell === null) return <td />;
  if (cell === 'unknown') return <td className="muted">–</td>;
  const { kind, value } = cell;
  const isWrong = kind === 'difference' && value !== 0;
  const written = kind === 'difference' ? format.signedNumber(value) : format.number(value);
  return (
    <td className={`figures ${isWrong ? styles.wrong : ''} ${value === 0 ? 'muted' : ''}`}>{written}</td>
  );
}

function useLabelWords(): (label: RowLabel) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (label) => {
    switch (label.kind) {
      case 'words':
        return t(`shift.report.row.${label.word}`);
      case 'drawer':
        return t(`shift.report.cause.${label.cause}`);
      case 'tender':
        return label.provider === null
          ? t(`shift.report.tender.${label.tender}`)
          : providerNames[label.provider];
      case 'rate':
        return label.rateBasisPoints === null
          ? t('shift.report.noVat')
          : t('shift.report.rate', { rate: format.percent(label.rateBasisPoints) });
      case 'person':
        return label.name;
      case 'handOver': {
        const who = label.to === null ? label.from : `${label.from} → ${label.to}`;
        return `${format.time(label.at)} ${who}`;
      }
    }
  };
}

/** What is no table: why the count differed and who stood for it, the checklists, and the anchor of the journal. */
function Foot({ figures }: { figures: ShiftFigures }) {
  const { t } = useTranslation();
  const { checklist, journal, differenceReason, approvedByName, firstReceipt, lastReceipt } = figures;
  return (
    <Paper component="section" className={styles.section} p="sm">
      <Title order={3}>{t('shift.report.more')}</Title>
      <dl className={styles.facts}>
        {differenceReason !== '' && (
          <Fact name={t('shift.report.reason')}>
            {differenceReason}
            {approvedByName !== null && `, ${t('shift.report.approvedBy', { name: approvedByName })}`}
            {figures.isAlone && `, ${t('shift.report.alone')}`}
          </Fact>
        )}
        {firstReceipt !== null && lastReceipt !== null && (
          <Fact name={t('shift.report.receiptNumbers')}>
            {firstReceipt === lastReceipt ? `№${firstReceipt}` : `№${firstReceipt} – №${lastReceipt}`}
          </Fact>
        )}
        {checklist.items > 0 && (
          <Fact name={t('shift.report.checklist')}>{t('shift.checklist.count', checklist)}</Fact>
        )}
        <Fact name={t('shift.report.journal')}>
          №{journal.sequence} <code>{journal.hashHead}</code>
        </Fact>
      </dl>
    </Paper>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
