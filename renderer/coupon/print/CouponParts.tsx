/** The pieces every printed coupon is made of; a layout gives them their place and size. */
import { formatCode } from '../../../shared/code.ts';
import { Fitted } from '../../ui/Fitted.tsx';
import styles from './CouponParts.module.css';
import type { CouponPaper, PaperCoupon } from './couponPaper.ts';

type Place = { readonly className: string | undefined };
type OnPaper = Place & { readonly paper: CouponPaper };

/** The shop's logo and name; a long name is set smaller. */
export function Brand({ paper, className }: OnPaper) {
  const { name, logo } = paper.shop;
  return (
    <div className={`${styles.brand} ${className}`}>
      {logo !== null && <img className={styles.logo} src={logo} alt="" />}
      <Fitted className={styles.name} words={`${className} ${logo === null} ${name}`}>
        {name}
      </Fitted>
    </div>
  );
}

/** The benefit, as large as its place allows. */
export function BigFigure({ paper, className }: OnPaper) {
  const { before, figure, after } = paper.headline;
  return (
    <Fitted className={`${styles.headline} ${className}`} words={`${before} ${figure} ${after}`}>
      <div>
        {before !== '' && <span className={styles.unit}>{before} </span>}
        <span className={styles.figure}>{figure}</span>
        {after !== '' && <span className={styles.unit}> {after}</span>}
      </div>
    </Fitted>
  );
}

/** The whole rule, a paragraph in each language. */
export function Sentences({ paper, className }: OnPaper) {
  return (
    <Fitted
      className={`${styles.sentences} ${className}`}
      words={paper.lines.map(({ sentence }) => sentence).join('\n')}
    >
      {paper.lines.map(({ language, sentence }) => (
        <p key={language} lang={language}>
          {sentence}
        </p>
      ))}
    </Fitted>
  );
}

/** Conditions and "one coupon per receipt", small; where the shop is, for who found the paper. */
export function Small({ paper, className }: OnPaper) {
  const { address, phone } = paper.shop;
  const where = [address, phone].filter((part) => part !== '').join(' · ');
  const words = [...paper.lines.map(({ small }) => small), where];
  return (
    <Fitted className={`${styles.small} ${className}`} words={words.join('\n')}>
      {paper.lines.map(({ language, small }) => (
        <p key={language} lang={language}>
          {small}
        </p>
      ))}
      {where !== '' && <p className={styles.where}>{where}</p>}
    </Fitted>
  );
}

/** The label in every language and the day below it. */
export function Days({ paper, coupon, className }: OnPaper & { readonly coupon: PaperCoupon }) {
  const days = paper.daysOf(coupon);
  return (
    <Fitted className={`${styles.days} ${className}`} words={`${paper.daysLabel} ${days.length}`}>
      <div className={styles.daysLabel}>{paper.daysLabel}</div>
      <div className={styles.day}>{days}</div>
    </Fitted>
  );
}

/** The code as a person types it, in two groups. */
export function CodeText({ code, className }: Place & { readonly code: string }) {
  return <div className={`${styles.code} ${className}`}>{formatCode(code)}</div>;
}
