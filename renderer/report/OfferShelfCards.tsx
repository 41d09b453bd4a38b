/** Cards for the shelf, four of A6 on a sheet of A4: the old price struck out, the new one as large as it goes. */
import type { Offer } from '../../shared/coupon/offerContract.ts';
import { type Language, type LocalText, textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import styles from './OfferShelfCards.module.css';
import { percentOff } from './offerDraft.ts';

/** Paper speaks to every customer: the name in the other of the two languages that most read, when it is another. */
function secondName(name: LocalText, language: Language): string {
  const other = name[language === 'ru' ? 'uz' : 'ru'] ?? '';
  return other === textIn(name, language) ? '' : other;
}

export function OfferShelfCards({ offer }: { offer: Offer }) {
  const format = useFormat();
  const language = useLanguage();
  const { shop } = useSession();
  return (
    <div className={styles.cards}>
      {offer.goods.map((good) => {
        const name = textIn(good.name, language);
        const second = secondName(good.name, language);
        return (
          <article key={good.productId} className={styles.card}>
            <div className={styles.head}>
              <span>{textIn(offer.name, language)}</span>
              <strong className={styles.off}>{format.percent(-percentOff(good) * 100)}</strong>
            </div>
            <div className={styles.name}>{name}</div>
            {second !== '' && <div className={styles.second}>{second}</div>}
            <div className={styles.prices}>
              <s className="figures">{format.number(good.usualSom)}</s>
              <strong className={`${styles.price} figures`}>{format.som(good.offerSom)}</strong>
            </div>
            <div className={styles.foot}>
              <span>{shop.name}</span>
              <span>{format.dayRange(offer.from, offer.to)}</span>
            </div>
          </article>
        );
      })}
    </div>
  );
}
