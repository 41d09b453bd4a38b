/** The goods of an offer: those that expire soon or hardly sell are suggested with a price, any other can be added. */
import { Badge, Checkbox, Paper, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Som, som } from '../../shared/money.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { ProductSearch } from '../coupon/ProductSearch.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import styles from './Offer.module.css';
import { isNotCheaper, type OfferGood, type OfferPart, withGood, withoutGood } from './offerDraft.ts';

type Suggestion = Extract<
  Awaited<ReturnType<typeof api.report.offerSuggestions>>,
  { readonly ok: true }
>['data']['goods'][number];

interface Row extends OfferGood {
  /** Null for goods that were added by hand. */
  readonly suggestion: Suggestion | null;
}

/** Suggested goods stay where they are, chosen or not; goods added by hand stand above them. */
function rowsOf(goods: readonly OfferGood[], suggested: readonly Suggestion[]): readonly Row[] {
  const added = goods.filter(({ productId }) => !suggested.some((each) => each.productId === productId));
  return [
    ...added.map((good) => ({ ...good, suggestion: null })),
    ...suggested.map((suggestion) => {
      const { productId, name, priceSom, suggestedSom } = suggestion;
      const chosen = goods.find((good) => good.productId === productId);
      const good = chosen ?? { productId, name, usualSom: priceSom, offerSom: suggestedSom };
      return { ...good, suggestion };
    }),
  ];
}

export function OfferGoods(part: OfferPart) {
  const { t } = useTranslation();
  const { draft, set, isWrong } = part;
  const { data, error } = useTill(api.report.offerSuggestions, {});
  const rows = rowsOf(draft.goods, data?.goods ?? []);
  return (
    <Paper>
      <div className={styles.goodsHead}>
        <Title order={2}>{t('report.offer.chooseGoods')}</Title>
        <ProductSearch
          label={t('report.offer.addGoods')}
          placeholder={t('report.offer.searchGoods')}
          product={null}
          onChange={(product) => {
            if (product === null) return;
            const { id: productId, name, priceSom: usualSom } = product;
            set(withGood(draft, { productId, name, usualSom, offerSom: tenthOff(usualSom) }));
          }}
        />
      </div>
      <ErrorAnswer error={error} />
      {data?.goods.length === 0 && rows.length === 0 && (
        <p className="muted">{t('report.offer.noSuggestions')}</p>
      )}
      {isWrong('goods') && (
        <div role="alert" className={styles.wrong}>
          {t('report.offer.fault.goods')}
        </div>
      )}
      <ul className={styles.rows}>
        {rows.map((row) => (
          <GoodRow key={row.productId} row={row} {...part} />
        ))}
      </ul>
    </Paper>
  );
}

/** A tenth off, down to full hundreds: what one begins with. */
function tenthOff(usualSom: Som): Som {
  const tenth = Math.floor((usualSom * 9) / 10);
  return som(tenth >= 1000 ? Math.floor(tenth / 100) * 100 : tenth);
}

function GoodRow({ row, draft, set, isWrong }: OfferPart & { row: Row }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { suggestion, ...good } = row;
  const isChosen = draft.goods.some(({ productId }) => productId === good.productId);
  const name = textIn(good.name, language);
  const isBad = isChosen && isNotCheaper(good) && (isWrong('price') || good.offerSom !== null);
  return (
    <li className={styles.row}>
      <Checkbox
        size="md"
        label={name}
        checked={isChosen}
        onChange={(event) =>
          set(event.currentTarget.checked ? withGood(draft, good) : withoutGood(draft, good.productId))
        }
      />
      <span>{suggestion !== null && <Why suggestion={suggestion} />}</span>
      <s className={`muted figures ${styles.usual}`}>{format.number(good.usualSom)}</s>
      <MoneyInput
        aria-label={t('report.offer.priceOf', { name })}
        value={good.offerSom}
        error={isBad ? t('report.offer.fault.price') : undefined}
        onChange={(offerSom) => set(withGood(draft, { ...good, offerSom }))}
      />
    </li>
  );
}

function Why({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { why, expiresOn, soldThousandths, lastSoldOn } = suggestion;
  if (why === 'expiresSoon' && expiresOn !== null) {
    return <Badge color="red">{t('report.offer.why.expiresSoon', { day: format.day(expiresOn) })}</Badge>;
  }
  const words =
    lastSoldOn === null
      ? t('report.offer.why.neverSold')
      : t('report.offer.why.sellsSlowly', {
          sold: format.quantity(soldThousandths),
          day: format.day(lastSoldOn),
        });
  return <Badge color="amber">{words}</Badge>;
}
