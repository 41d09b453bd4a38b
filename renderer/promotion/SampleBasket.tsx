/** A basket to try the rule on: goods typed or scanned, each line with its price before and after. */
import { ActionIcon, Button, Stack } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useScanner } from '../app/useScanner.ts';
import { useGoodsNames } from './goodsNames.tsx';
import styles from './Preview.module.css';
import { ProductSearch } from './ProductSearch.tsx';
import { mergedLines, withPieces } from './sampleLines.ts';
import { bestProduct, type FoundGoods } from './useGoodsSearch.ts';
import type { PricedSample, SampleLine } from './usePreview.ts';

export interface SampleBasketProps {
  readonly sample: readonly SampleLine[];
  readonly priced: PricedSample | null;
  /** The goods of a real receipt that can be taken instead; empty when there is none. */
  readonly dearest: readonly SampleLine[];
  readonly onChange: (sample: readonly SampleLine[]) => void;
}

export function SampleBasket({ sample, priced, dearest, onChange }: SampleBasketProps) {
  const { t } = useTranslation();
  const { learn } = useGoodsNames();
  const add = ({ id, name }: FoundGoods) => {
    learn(id, name);
    onChange(withPieces(sample, id, 1));
  };
  useScanner((code) => void bestProduct(code).then((product) => product !== null && add(product)));
  return (
    <section aria-label={t('promotion.sample.title')}>
      <h3 className={styles.subheading}>{t('promotion.sample.title')}</h3>
      <Stack gap="sm">
        <ProductSearch label={t('promotion.sample.add')} onPick={add} />
        <TakeReceipt dearest={dearest} onTake={onChange} />
        {sample.length > 0 && priced !== null && <Totals priced={priced} />}
        {sample.map((line) => (
          <Line
            key={line.productId}
            line={line}
            priced={priced}
            onMore={(pieces) => onChange(withPieces(sample, line.productId, pieces))}
          />
        ))}
      </Stack>
    </section>
  );
}

function TakeReceipt(props: {
  dearest: readonly SampleLine[];
  onTake: (sample: readonly SampleLine[]) => void;
}) {
  const { t } = useTranslation();
  const { learn } = useGoodsNames();
  const { dearest, onTake } = props;
  if (dearest.length === 0) return null;
  const take = async () => {
    const sample = mergedLines(dearest);
    const answer = await api.catalogue.named({ productIds: sample.map(({ productId }) => productId) });
    if (answer.ok) for (const { id, name } of answer.data.products) learn(id, name);
    onTake(sample);
  };
  return (
    <Button variant="default" onClick={() => void take()}>
      {t('promotion.sample.dearest')}
    </Button>
  );
}

interface LineProps {
  readonly line: SampleLine;
  readonly priced: PricedSample | null;
  readonly onMore: (pieces: number) => void;
}

function Line({ line, priced, onMore }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf } = useGoodsNames();
  const name = nameOf(line.productId);
  const own = priced?.lines.filter((each) => each.productId === line.productId) ?? [];
  const grossSom = own.reduce((sum, each) => sum + each.grossSom, 0);
  const netSom = own.reduce((sum, each) => sum + each.netSom, 0);
  return (
    <div className={styles.line}>
      <span className={styles.lineName}>{name}</span>
      <span className={styles.count}>
        <ActionIcon size={36} aria-label={t('promotion.sample.less', { name })} onClick={() => onMore(-1)}>
          <IconMinus size={18} aria-hidden="true" />
        </ActionIcon>
        <span className="figures">{format.quantity(line.quantityThousandths)}</span>
        <ActionIcon size={36} aria-label={t('promotion.sample.more', { name })} onClick={() => onMore(1)}>
          <IconPlus size={18} aria-hidden="true" />
        </ActionIcon>
      </span>
      <span className={`${styles.sum} figures`}>
        {own.length > 0 && netSom !== grossSom && <s className="muted">{format.number(grossSom)}</s>}{' '}
        {own.length > 0 && format.number(netSom)}
      </span>
    </div>
  );
}

function Totals({ priced }: { priced: PricedSample }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return (
    <div className={styles.totals} aria-live="polite">
      <div className={styles.total}>
        <span>{t('promotion.sample.before')}</span>
        <span className="figures">{format.som(priced.grossSom)}</span>
      </div>
      {priced.givenSom > 0 && (
        <div className={`${styles.total} ${styles.given}`}>
          <span>{t('promotion.sample.given')}</span>
          <span className="figures">{format.som(-priced.givenSom)}</span>
        </div>
      )}
      <div className={`${styles.total} ${styles.after}`}>
        <span>{t('promotion.sample.after')}</span>
        <span className="figures">{format.som(priced.netSom)}</span>
      </div>
      <p className="muted">{textIn(priced.outcome, language)}</p>
    </div>
  );
}
