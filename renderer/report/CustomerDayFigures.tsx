/** The figures of a day's customers: four cards, each with what it is about in large, and a formula behind every figure. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CustomerDay } from '../../shared/report/customerDayContract.ts';
import {
  customerDayLines,
  type FigureLine,
  type FigureSection,
  type FigureWord,
} from '../../shared/report/customerDayLines.ts';
import { shareOf } from '../../shared/report/figures.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import styles from './CustomerDay.module.css';
import { isShown, type Shown } from './CustomerDayComers.tsx';
import { FormulaMark } from './CustomerDayFormula.tsx';
import { figureText } from './customerDayBlocks.ts';

interface CustomerDayFiguresProps {
  readonly report: CustomerDay;
  /** Shows the people behind a figure. */
  readonly onShow: (shown: Shown) => void;
}

/** Where the rest of a card stands, and the action that opens it. */
const pages = {
  receipts: { to: '/receipts', action: 'sale.read' },
  customers: { to: '/customers', action: 'customer.read' },
  bonus: { to: '/loyalty/report', action: 'report.bonus' },
  coupons: { to: '/coupons', action: 'coupon.read' },
} as const satisfies Readonly<Record<FigureSection['key'], { to: string; action: string }>>;

export function CustomerDayFigures({ report, onShow }: CustomerDayFiguresProps) {
  const { figures } = customerDayLines(report);
  return (
    <div className={styles.figures}>
      {figures.map((section) => (
        <Card key={section.key} section={section} report={report} onShow={onShow} />
      ))}
    </div>
  );
}

function Card({ section, report, onShow }: CustomerDayFiguresProps & { section: FigureSection }) {
  const { t } = useTranslation();
  const { key, figures } = section;
  const page = pages[key];
  const may = useMay(page.action);
  const title = t(`report.customerDay.section.${key}`);
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.title}>{may ? <Link to={page.to}>{title}</Link> : title}</h2>
      <Headline section={section} report={report} onShow={onShow} />
      <table className={styles.rows}>
        <tbody>
          {figures
            .filter(({ word }) => word !== headlines[key])
            .map((figure) => (
              <Row key={figure.word} figure={figure} onShow={onShow} />
            ))}
        </tbody>
      </table>
    </section>
  );
}

/** The figure that stands large above its card; of receipts it is the share that has a customer. */
const headlines = {
  receipts: null,
  customers: 'came',
  bonus: 'bonusOwed',
  coupons: 'couponsBrought',
} as const satisfies Readonly<Record<FigureSection['key'], FigureWord | null>>;

function Headline({ section, report, onShow }: CustomerDayFiguresProps & { section: FigureSection }) {
  const { t } = useTranslation();
  const format = useFormat();
  const word = headlines[section.key];
  const figure = section.figures.find((each) => each.word === word);
  const { all, withCustomer } = report.receipts;
  const share = shareOf(withCustomer, all);
  const percent = share === null ? '–' : format.percent(Math.round(share / 100) * 100);
  const title = word === null ? t('report.withCustomer') : t(`report.customerDay.figure.${word}`);
  return (
    <div className={styles.headline}>
      <span className={`${styles.large} figures`}>
        {figure === undefined ? percent : <Figure figure={figure} onShow={onShow} />}
      </span>
      <span className="muted">
        {title}{' '}
        <FormulaMark
          title={title}
          formula={t(word === null ? 'report.formula.withCustomer' : `report.customerDay.formula.${word}`)}
        />
      </span>
    </div>
  );
}

interface RowProps {
  readonly figure: FigureLine;
  readonly onShow: (shown: Shown) => void;
}

function Row({ figure, onShow }: RowProps) {
  const { t } = useTranslation();
  const title = t(`report.customerDay.figure.${figure.word}`);
  return (
    <tr>
      <th scope="row">
        {title} <FormulaMark title={title} formula={t(`report.customerDay.formula.${figure.word}`)} />
      </th>
      <td className={`${styles.number} figures`}>
        <Figure figure={figure} onShow={onShow} />
      </td>
    </tr>
  );
}

/** A figure of people shows them in the list below. */
function Figure({ figure, onShow }: RowProps) {
  const format = useFormat();
  const { word } = figure;
  const text = figureText(figure, { format });
  if (!isShown(word)) return text;
  return (
    <button type="button" className={styles.link} onClick={() => onShow(word)}>
      {text}
    </button>
  );
}
