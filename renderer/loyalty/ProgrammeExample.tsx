/** What the programme means for a customer, in figures that follow every change of the form. */
import { useTranslation } from 'react-i18next';
import type { EarningRule } from '../../shared/loyalty/programmeContract.ts';
import { earningRuleSchema } from '../../shared/loyalty/programmeContract.ts';
import { goodsWords } from '../../shared/promotion/sentence.ts';
import { textIn } from '../../shared/text.ts';
import { addDays } from '../../shared/time.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useGoodsNames } from '../promotion/goodsNames.tsx';
import { scopeOf } from '../promotion/scopeForm.ts';
import styles from './Programme.module.css';
import { exampleOf, type ProgrammeForm, type TypedProgramme } from './programmeForm.ts';

export function ProgrammeExample({ form }: { form: ProgrammeForm }) {
  const { t } = useTranslation();
  const rules = useRuleLines(form);
  return (
    <>
      <div>
        <h2 className={styles.heading}>{t('loyalty.programme.example.title')}</h2>
        <Figures settings={form.settings} />
      </div>
      {rules.length > 0 && (
        <ul className={styles.lines}>
          {rules.map(({ key, words }) => (
            <li key={key}>{words}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Figures({ settings }: { settings: TypedProgramme }) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useSession().shop.businessDay;
  const { receiptSom, earnedSom, payableSom, moneySom, earnedBesideSom } = exampleOf(settings);
  const delay = settings.activationDelayDays ?? 0;
  const life = settings.bonusExpiryDays;
  const rows: readonly (readonly [string, string])[] = [
    [t('loyalty.programme.example.receipt'), format.som(receiptSom)],
    [t('loyalty.programme.example.earned'), format.number(earnedSom)],
    [
      t('loyalty.programme.example.active'),
      delay === 0 ? t('loyalty.programme.example.atOnce') : format.day(addDays(today, delay)),
    ],
    [
      t('loyalty.programme.example.lastDay'),
      life === null
        ? '–'
        : life === 0
          ? t('loyalty.programme.example.never')
          : format.day(addDays(today, delay + life)),
    ],
    [t('loyalty.programme.example.payable'), format.som(payableSom)],
    [t('loyalty.programme.example.money'), format.som(moneySom)],
    [t('loyalty.programme.example.earnedBeside'), format.number(earnedBesideSom)],
  ];
  return (
    <dl className={styles.figures}>
      {rows.map(([label, value]) => (
        <div key={label} className={styles.figureRow}>
          <dt>{label}</dt>
          <dd className="figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The rules for goods in words, those that are whole already. */
function useRuleLines({ settings, rules }: ProgrammeForm): readonly { key: string; words: string }[] {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { names } = useGoodsNames();
  const base = settings.cashbackBasisPoints ?? 0;
  const wordsOf = (rule: EarningRule) => {
    const goods = textIn(goodsWords(rule.scope, names), language);
    if (rule.kind !== 'times') return t(`loyalty.programme.example.${rule.kind}`, { goods });
    const rate = Math.min(10_000, Math.floor((base * rule.timesBasisPoints) / 10_000));
    return t('loyalty.programme.example.times', { goods, rate: format.percent(rate) });
  };
  return rules.flatMap(({ key, kind, scope, timesBasisPoints }) => {
    const rule = earningRuleSchema.safeParse({ kind, timesBasisPoints, scope: scopeOf(scope) });
    return rule.success ? [{ key, words: wordsOf(rule.data) }] : [];
  });
}
