/** Sales by the hour as two lines: the day in solid teal, the compared day dashed in grey, each named beside itself. */
import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import type { Hour } from './chartHours.ts';
import { marksUpTo } from './chartScale.ts';
import styles from './HourChart.module.css';

export interface HourChartProps {
  hours: readonly Hour[];
  /** How many of the hours the day has reached; later ones are not zero, they are not there yet. */
  reached: number;
  dayLabel: string;
  comparedLabel: string;
}

const left = 76;
const right = 26;
const top = 14;
const bottom = 28;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Scale {
  readonly x: (index: number) => number;
  readonly y: (sum: number) => number;
}

const lineOf = (points: readonly Point[]) =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

export function HourChart(props: HourChartProps) {
  const { t } = useTranslation();
  const { ref, width, height } = useElementSize();
  return (
    <div ref={ref} className={styles.space}>
      {width > 0 && height > 0 && (
        <svg
          className={styles.chart}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('report.hoursChart')}
        >
          <Lines {...props} width={width} height={height} />
        </svg>
      )}
      <HoursTable {...props} />
    </div>
  );
}

function Lines(props: HourChartProps & { width: number; height: number }) {
  const { hours, reached, width, height } = props;
  const marks = marksUpTo(Math.max(0, ...hours.flatMap((hour) => [hour.netSom, hour.comparedNetSom])));
  const highest = marks.at(-1) ?? 1;
  const scale: Scale = {
    x: (index) =>
      hours.length < 2
        ? left + (width - left - right) / 2
        : left + (index * (width - left - right)) / (hours.length - 1),
    y: (sum) => height - bottom - (Math.max(0, sum) * (height - top - bottom)) / highest,
  };
  const day = hours.slice(0, reached).map((hour, index) => ({ x: scale.x(index), y: scale.y(hour.netSom) }));
  const hasCompared = hours.some((hour) => hour.comparedNetSom !== 0);
  const compared = hasCompared
    ? hours.map((hour, index) => ({ x: scale.x(index), y: scale.y(hour.comparedNetSom) }))
    : [];
  return (
    <>
      <Axes hours={hours} marks={marks} scale={scale} width={width} height={height} />
      <path className={styles.compared} d={lineOf(compared)} />
      <path className={styles.day} d={lineOf(day)} />
      {day.at(-1) !== undefined && (
        <circle className={styles.dot} cx={day.at(-1)?.x} cy={day.at(-1)?.y} r={4} />
      )}
      <LineLabels {...props} day={day} compared={compared} />
      <HourBands {...props} scale={scale} />
    </>
  );
}

interface AxesProps {
  hours: readonly Hour[];
  marks: readonly number[];
  scale: Scale;
  width: number;
  height: number;
}

function Axes({ hours, marks, scale, width, height }: AxesProps) {
  const format = useFormat();
  // Fewer names where the hours stand too close to be read.
  const every = Math.max(1, Math.ceil((hours.length * 52) / Math.max(1, width - left - right)));
  return (
    <>
      {marks.map((mark) => (
        <g key={mark}>
          <line className={styles.grid} x1={left} x2={width - right} y1={scale.y(mark)} y2={scale.y(mark)} />
          <text className={styles.axis} x={left - 10} y={scale.y(mark) + 5} textAnchor="end">
            {format.compact(mark)}
          </text>
        </g>
      ))}
      {hours.map(({ hour }, index) =>
        index % every === 0 ? (
          <text key={hour} className={styles.axis} x={scale.x(index)} y={height - 8} textAnchor="middle">
            {format.hour(hour)}
          </text>
        ) : null,
      )}
    </>
  );
}

interface LineLabelsProps {
  day: readonly Point[];
  compared: readonly Point[];
  dayLabel: string;
  comparedLabel: string;
  width: number;
}

/** The day is named beside its last point, the compared day above its peak; near the edge the words turn inwards. */
function LineLabels({ day, compared, dayLabel, comparedLabel, width }: LineLabelsProps) {
  const last = day.at(-1);
  const peak = compared.reduce<Point | undefined>(
    (best, point) => (best === undefined || point.y < best.y ? point : best),
    undefined,
  );
  const middle = (left + width) / 2;
  return (
    <>
      {peak !== undefined && (
        <text
          className={styles.comparedLabel}
          x={peak.x + (peak.x > middle ? -12 : 12)}
          y={peak.y + 5}
          textAnchor={peak.x > middle ? 'end' : 'start'}
        >
          {comparedLabel}
        </text>
      )}
      {last !== undefined && (
        <text
          className={styles.dayLabel}
          x={last.x + (width - last.x < 100 ? -12 : 12)}
          y={last.y + (peak !== undefined && Math.abs(peak.y - last.y) < 20 ? 24 : 5)}
          textAnchor={width - last.x < 100 ? 'end' : 'start'}
        >
          {dayLabel}
        </text>
      )}
    </>
  );
}

/** The sums of an hour under the pointer. */
function HourBands({
  hours,
  reached,
  dayLabel,
  comparedLabel,
  scale,
  height,
}: HourChartProps & { scale: Scale; height: number }) {
  const format = useFormat();
  const step = hours.length < 2 ? 80 : scale.x(1) - scale.x(0);
  return hours.map(({ hour, netSom, comparedNetSom }, index) => (
    <rect key={hour} className={styles.band} x={scale.x(index) - step / 2} y={0} width={step} height={height}>
      <title>
        {[
          format.hour(hour),
          ...(index < reached ? [`${dayLabel}: ${format.som(netSom)}`] : []),
          `${comparedLabel}: ${format.som(comparedNetSom)}`,
        ].join('\n')}
      </title>
    </rect>
  ));
}

/** The same for those who cannot see the lines. */
function HoursTable({ hours, reached, dayLabel, comparedLabel }: HourChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="visuallyHidden">
      <caption>{t('report.hours')}</caption>
      <thead>
        <tr>
          <th>{t('common.time')}</th>
          <th>{dayLabel}</th>
          <th>{comparedLabel}</th>
        </tr>
      </thead>
      <tbody>
        {hours.map(({ hour, netSom, comparedNetSom }, index) => (
          <tr key={hour}>
            <td>{format.hour(hour)}</td>
            <td>{index < reached ? format.som(netSom) : ''}</td>
            <td>{format.som(comparedNetSom)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
