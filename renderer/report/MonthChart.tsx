/** Bonus by month as three columns beside each other: given, spent, burnt. */
import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { type BonusReport, monthDay } from './bonusReportParts.ts';
import { marksUpTo } from './chartScale.ts';
import styles from './MonthChart.module.css';

type Months = BonusReport['months'];

const series = [
  ['given', 'givenSom'],
  ['spent', 'spentSom'],
  ['burned', 'burnedSom'],
] as const;

const left = 76;
const top = 10;
const bottom = 28;
/** The part of a month's width that its columns fill. */
const filled = 0.7;

export function MonthChart({ months }: { months: Months }) {
  const { t } = useTranslation();
  const { ref, width, height } = useElementSize();
  return (
    <>
      <ul className={styles.legend}>
        {series.map(([name]) => (
          <li key={name} className={styles[name]}>
            {t(`report.bonus.${name}`)}
          </li>
        ))}
      </ul>
      <div ref={ref} className={styles.space}>
        {width > 0 && height > 0 && (
          <svg
            className={styles.chart}
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={t('report.bonus.months')}
          >
            <Columns months={months} width={width} height={height} />
          </svg>
        )}
      </div>
      <MonthsTable months={months} />
    </>
  );
}

function Columns({ months, width, height }: { months: Months; width: number; height: number }) {
  const format = useFormat();
  const marks = marksUpTo(Math.max(0, ...months.flatMap((month) => series.map(([, key]) => month[key]))));
  const highest = marks.at(-1) ?? 1;
  const y = (sum: number) => height - bottom - (Math.max(0, sum) * (height - top - bottom)) / highest;
  const step = (width - left) / months.length;
  const columnWidth = (step * filled) / series.length;
  return (
    <>
      {marks.map((mark) => (
        <g key={mark}>
          <line className={styles.grid} x1={left} x2={width} y1={y(mark)} y2={y(mark)} />
          <text className={styles.axis} x={left - 10} y={y(mark) + 5} textAnchor="end">
            {format.compact(mark)}
          </text>
        </g>
      ))}
      {months.map((month, index) => (
        <g key={month.month}>
          {series.map(([name, key], place) => (
            <rect
              key={name}
              className={styles[name]}
              x={left + index * step + (step * (1 - filled)) / 2 + place * columnWidth}
              y={y(month[key])}
              width={Math.max(1, columnWidth - 2)}
              height={y(0) - y(month[key])}
            />
          ))}
          <text className={styles.axis} x={left + index * step + step / 2} y={height - 8} textAnchor="middle">
            {month.month.slice(5)}.{month.month.slice(2, 4)}
          </text>
        </g>
      ))}
    </>
  );
}

/** The same for those who cannot see the columns. */
function MonthsTable({ months }: { months: Months }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="visuallyHidden">
      <caption>{t('report.bonus.months')}</caption>
      <thead>
        <tr>
          <th>{t('report.bonus.month')}</th>
          {series.map(([name]) => (
            <th key={name}>{t(`report.bonus.${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month.month}>
            <td>{format.month(monthDay(month.month))}</td>
            {series.map(([name, key]) => (
              <td key={name}>{format.som(month[key])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
