/** The words of a consent as an A4 page to be signed: the shop, the customer, a box for each channel, and two lines. */
import { useEffect, useState } from 'react';
import { consentChannels } from '../../../shared/customer/consent.ts';
import { consentPaperWords } from '../../../shared/customer/consentPaperWords.ts';
import { createFormat } from '../../../shared/format.ts';
import type { PrintOrder } from '../../../shared/receipt/printAddress.ts';
import type { Language } from '../../../shared/text.ts';
import type { BusinessDay } from '../../../shared/time.ts';
import { api } from '../../app/api.ts';
import { askPaperShop, type PaperShop } from '../../app/paperShop.ts';
import { PageSize, Sheet } from '../../ui/Sheet.tsx';
import styles from './ConsentPages.module.css';

interface ConsentPaper {
  readonly shop: PaperShop;
  readonly language: Language;
  readonly day: BusinessDay;
  readonly name: string;
  /** As the asking person may see it. */
  readonly phone: string | null;
  readonly version: string;
  readonly profile: string;
  readonly messages: string;
}

const widthMm = 210;
const heightMm = 297;
const languageAt = 37;

/** The page's data, or the code of the refusal. The order names the customer and the language: `0198…-uz`. */
async function askConsent({ id }: PrintOrder): Promise<ConsentPaper | string> {
  const customerId = id.slice(0, languageAt - 1);
  const language = id.slice(languageAt) as Language;
  const [facts, status, customer, wording] = await Promise.all([
    askPaperShop(),
    api.shop.status({}),
    api.customer.get({ customerId }),
    api.customer.consentWording({ language }),
  ]);
  if (typeof facts === 'string') return facts;
  if (!status.ok) return status.error.code;
  if (!customer.ok) return customer.error.code;
  if (!wording.ok) return wording.error.code;
  const { name, phone } = customer.data.customer;
  return { shop: facts.shop, language, day: status.data.businessDay, name, phone, ...wording.data };
}

interface ConsentPagesProps {
  readonly order: PrintOrder;
  readonly onReady: (sheets: number) => void;
  readonly onFailed: (code: string) => void;
}

export function ConsentPages({ order, onReady, onFailed }: ConsentPagesProps) {
  const [paper, setPaper] = useState<ConsentPaper | null>(null);
  useEffect(() => {
    let isHere = true;
    const take = async () => {
      const answer = await askConsent(order);
      if (!isHere) return;
      if (typeof answer === 'string') onFailed(answer);
      else setPaper(answer);
    };
    void take();
    return () => {
      isHere = false;
    };
  }, [order, onFailed]);
  useEffect(() => {
    if (paper !== null) onReady(1);
  }, [paper, onReady]);
  return paper === null ? null : <ConsentPage paper={paper} />;
}

function ConsentPage({ paper }: { readonly paper: ConsentPaper }) {
  const words = consentPaperWords[paper.language];
  const { shop, name, phone } = paper;
  const format = createFormat(paper.language);
  const where = [shop.address, shop.phone].filter((part) => part !== '').join(' · ');
  return (
    <>
      <PageSize widthMm={widthMm} heightMm={heightMm} />
      <Sheet widthMm={widthMm} heightMm={heightMm}>
        <div className={styles.page} lang={paper.language}>
          <header className={styles.head}>
            <div>
              <div className={styles.shop}>{shop.name}</div>
              <div className={styles.quiet}>{where}</div>
            </div>
            <div>{format.day(paper.day)}</div>
          </header>
          <h1 className={styles.title}>{words.title}</h1>
          <p className={styles.who}>
            {words.customer}: <strong>{name === '' ? '_'.repeat(40) : name}</strong>
            {phone !== null && ` · ${words.phone}: ${format.phone(phone)}`}
          </p>
          <h2 className={styles.part}>{words.profile}</h2>
          <p>{paper.profile}</p>
          <Signature paper={paper} />
          <h2 className={styles.part}>{words.messages}</h2>
          <p>{paper.messages}</p>
          <p>{words.tickChannels}</p>
          <ul className={styles.channels}>
            {consentChannels.map((channel) => (
              <li key={channel}>
                <span className={styles.box} />
                {words.channel[channel]}
              </li>
            ))}
          </ul>
          <Signature paper={paper} />
          <footer className={styles.quiet}>{words.version(paper.version)}</footer>
        </div>
      </Sheet>
    </>
  );
}

/** A line for the customer and one for the shop. */
function Signature({ paper: { language, name, shop } }: { readonly paper: ConsentPaper }) {
  const words = consentPaperWords[language];
  const signers = [name === '' ? words.customer : name, `${words.forShop}: ${shop.name}`];
  return (
    <div className={styles.signatures}>
      {signers.map((signer) => (
        <div key={signer}>
          <div className={styles.line} />
          <div className={styles.quiet}>
            {signer} ({words.signature.toLowerCase()})
          </div>
        </div>
      ))}
    </div>
  );
}
