/** The Pareto curve: from the best customer to the last, which share of the money they bring, with the bounds of the classes. */
import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/language.ts';
import styles from './segments.module.css';

export interface ParetoCurveProps {
  readonly curve: readonly { readonly customersBasisPoints: number; readonly moneyBasisPoints: number }[];
  readonly aBasisPoints: number;
  readonly bBasisPoints: number;
}

const left = 56;
const right = 16;
const top = 12;
const bottom = 48;
const whole = 10_000;
const marks = [0, 2500, 5000, 7500, 10_000];

export function ParetoCurve(props: ParetoCurveProps) {
  const { t } = useTranslation();
  const { ref, width, height } = useElementSize();
  return (
    <>
      <div ref={ref} className={styles.chart}>
        {width > 0 && height > 0 && (
          <svg width={width} height={height} role="img" aria-label={t('report.abc.curve')}>
            <Drawing {...props} width={width} height={height} />
          </svg>
        )}
      </div>
      <CurveTable {...props} />
    </>
  );
}

function Drawing(props: ParetoCurveProps & { width: number; height: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { curve, width, height } = props;
  const x = (share: number) => left + ((width - left - right) * share) / whole;
  const y = (share: number) => height - bottom - ((height - top - bottom) * share) / whole;
  const points = curve.map((point) => `${x(point.customersBasisPoints)},${y(point.moneyBasisPoints)}`);
  const bounds = [
    { name: 'A', share: props.aBasisPoints },
    { name: 'B', share: props.bBasisPoints },
  ];
  return (
    <>
      {marks.map((mark) => (
        <g key={mark}>
          <line className={styles.grid} x1={left} x2={width - right} y1={y(mark)} y2={y(mark)} />
          <text className={styles.axis} x={left - 8} y={y(mark) + 5} textAnchor="end">
            {format.percent(mark)}
          </text>
          <text
            className={styles.axis}
            x={x(mark)}
            y={height - bottom + 20}
            textAnchor={mark === whole ? 'end' : 'middle'}
          >
            {format.percent(mark)}
          </text>
        </g>
      ))}
      {bounds.map(({ name, share }) => {
        const crossing =
          curve.find((point) => point.moneyBasisPoints >= share)?.customersBasisPoints ?? whole;
        return (
          <g key={name}>
            <line className={styles.bound} x1={left} x2={x(crossing)} y1={y(share)} y2={y(share)} />
            <line className={styles.bound} x1={x(crossing)} x2={x(crossing)} y1={y(share)} y2={y(0)} />
            <text className={styles.boundName} x={x(crossing) + 6} y={y(0) - 8}>
              {name}
            </text>
          </g>
        );
      })}
      <polyline className={styles.curve} points={points.join(' ')} />
      <text className={styles.axis} x={(left + width - right) / 2} y={height - 6} textAnchor="middle">
        {t('report.abc.axis')}
      </text>
    </>
  );
}

/** The same for those who cannot see the curve: every tenth of the customers. */
function CurveTable({ curve }: ParetoCurveProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const step = Math.max(1, Math.floor((curve.length - 1) / 10));
  return (
    <table className="visuallyHidden">
      <caption>{t('report.abc.curve')}</caption>
      <tbody>
        {curve
          .filter((_, index) => index % step === 0)
          .map((point) => (
            <tr key={point.customersBasisPoints}>
              <td>{format.percent(point.customersBasisPoints)}</td>
              <td>{format.percent(point.moneyBasisPoints)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
