/** A gift certificate: a card of A6 on a sheet of A4, to be cut out and given. */
import { formatCode } from '../../../shared/code.ts';
import type { GiftCardShown } from '../../../shared/credit/giftCardContract.ts';
import { createFormat } from '../../../shared/format.ts';
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';
import type { Language } from '../../../shared/text.ts';
import { api } from '../../app/api.ts';
import { askPaperShop, type PaperShop } from '../../app/paperShop.ts';
import { CodeDrawing } from '../../ui/CodeDrawing.tsx';
import { CutMarks } from '../../ui/CutMarks.tsx';
import { Fitted } from '../../ui/Fitted.tsx';
import { PageSize, Sheet } from '../../ui/Sheet.tsx';
import styles from './GiftCertificate.module.css';
import { creditPaperWords, languagesFrom } from './paperWords.ts';
import { type Paper, type PaperPageProps, usePaper } from './usePaper.ts';

interface CertificatePaper extends Paper {
  readonly shop: PaperShop;
  /** The shop's own first. */
  readonly languages: readonly Language[];
  readonly card: GiftCardShown;
}

const widthMm = 210;
const heightMm = 297;

/** Refused: a card that cannot pay is not given to anybody. */
async function askCertificate({ id: number }: PrintOrder): Promise<CertificatePaper | string> {
  const [facts, found] = await Promise.all([askPaperShop(), api.credit.giftCard({ number })]);
  if (typeof facts === 'string') return facts;
  if (!found.ok) return found.error.code;
  const card = found.data.giftCard;
  if (card.isBlocked) return 'GiftCardBlocked';
  return { shop: facts.shop, languages: languagesFrom(facts.language), card, sheets: 1 };
}

export function GiftCertificatePages(props: PaperPageProps) {
  const paper = usePaper(props, askCertificate);
  if (paper === null) return null;
  return (
    <>
      <PageSize widthMm={widthMm} heightMm={heightMm} />
      <Sheet widthMm={widthMm} heightMm={heightMm}>
        <CutMarks widthMm={widthMm} heightMm={heightMm} columns={2} rows={2} marginMm={0} />
        <div className={styles.place}>
          <Certificate paper={paper} />
        </div>
      </Sheet>
    </>
  );
}

function Certificate({ paper }: { readonly paper: CertificatePaper }) {
  const { shop, card, languages } = paper;
  const [first = 'uz'] = languages;
  const format = createFormat(first);
  const titles = languages.map((language) => creditPaperWords[language].certificate);
  const where = [shop.address, shop.phone].filter((part) => part !== '').join(' · ');
  return (
    <article className={styles.card}>
      <div className={styles.top}>
        {shop.logo !== null && <img className={styles.logo} src={shop.logo} alt="" />}
        <Fitted className={styles.shop} words={`${shop.logo === null} ${shop.name}`}>
          {shop.name}
        </Fitted>
      </div>
      <div className={styles.title}>
        <strong lang={first}>{titles[0]}</strong>
        <span>{titles.slice(1).join(' · ')}</span>
      </div>
      <Fitted className={styles.amount} words={format.som(card.balanceSom)}>
        {format.som(card.balanceSom)}
      </Fitted>
      <div className={styles.codes}>
        <CodeDrawing kind="qr" data={card.number} className={styles.qr} />
        <div className={styles.beside}>
          <LastDay paper={paper} />
          <CodeDrawing kind="code128" data={card.number} className={styles.bars} />
          <div className={styles.code}>{formatCode(card.number)}</div>
        </div>
      </div>
      <Rules languages={languages} where={where} />
    </article>
  );
}

function LastDay({ paper: { card, languages } }: { readonly paper: CertificatePaper }) {
  const [first = 'uz'] = languages;
  const say = (key: 'lastDay' | 'never') =>
    languages.map((language) => creditPaperWords[language][key]).join(' · ');
  if (card.expiresOn === null) return <div className={styles.label}>{say('never')}</div>;
  return (
    <div>
      <div className={styles.label}>{say('lastDay')}</div>
      <div className={styles.day}>{createFormat(first).day(card.expiresOn)}</div>
    </div>
  );
}

function Rules({ languages, where }: { readonly languages: readonly Language[]; readonly where: string }) {
  const rules = languages.map((language) => creditPaperWords[language].rules);
  return (
    <Fitted className={styles.rules} words={[...rules, where].join('\n')}>
      {languages.map((language) => (
        <p key={language} lang={language}>
          {creditPaperWords[language].rules}
        </p>
      ))}
      {where !== '' && <p className={styles.where}>{where}</p>}
    </Fitted>
  );
}
