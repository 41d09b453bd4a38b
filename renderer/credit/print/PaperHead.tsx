/** The head of a page: whose shop it is, the day, and which page of how many. */
import type { ReactNode } from 'react';
import type { PaperShop } from '../../app/paperShop.ts';
import styles from './paper.module.css';

export interface PaperHeadProps {
  readonly shop: PaperShop;
  readonly date: string;
  /** Nothing where there is one page only. */
  readonly page?: ReactNode;
}

export function PaperHead({ shop, date, page }: PaperHeadProps) {
  const where = [shop.address, shop.phone].filter((part) => part !== '').join(' · ');
  return (
    <header className={styles.head}>
      <div className={styles.brand}>
        {shop.logo !== null && <img className={styles.logo} src={shop.logo} alt="" />}
        <div>
          <div className={styles.shopName}>{shop.name}</div>
          {where !== '' && <div className={styles.where}>{where}</div>}
        </div>
      </div>
      <div className={styles.date}>
        <div>{date}</div>
        {page !== undefined && <div className={styles.pageNumber}>{page}</div>}
      </div>
    </header>
  );
}
