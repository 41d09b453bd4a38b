/** An offer that was made, with everything that goes out of the shop: text, price tags, shelf cards, coupons. */
import { Button, Group, SegmentedControl, Stack, Textarea, Title } from '@mantine/core';
import { IconPrinter, IconTag } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../shared/coupon/offerContract.ts';
import { type Language, languages, textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { languageNames, useFormat, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { HandOut } from '../coupon/BatchTable.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import styles from './Offer.module.css';
import { OfferShelfCards } from './OfferShelfCards.tsx';
import { percentOff } from './offerDraft.ts';

export function OfferResult({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="xl">
      <div>
        <div className="muted">{format.dayRange(offer.from, offer.to)}</div>
        <Goods offer={offer} />
      </div>
      <section>
        <Title order={2} mb="sm">
          {t('report.offer.paper')}
        </Title>
        <Papers offer={offer} />
      </section>
      <Texts offer={offer} />
    </Stack>
  );
}

function Goods({ offer }: { offer: Offer }) {
  const format = useFormat();
  const language = useLanguage();
  return (
    <ul className={styles.made}>
      {offer.goods.map((good) => (
        <li key={good.productId}>
          <span>{textIn(good.name, language)}</span>
          <s className="muted figures">{format.number(good.usualSom)}</s>
          <strong className="figures">{format.som(good.offerSom)}</strong>
          <span className="figures">{format.percent(-percentOff(good) * 100)}</span>
        </li>
      ))}
    </ul>
  );
}

function Papers({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return;
    const done = () => setPrinting(false);
    window.addEventListener('afterprint', done);
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [isPrinting]);
  return (
    <Group gap="sm">
      <Button
        variant="default"
        leftSection={<IconTag size={20} aria-hidden="true" />}
        onClick={() => void navigate({ to: '/catalogue/price-tags' })}
      >
        {t('report.offer.priceTags')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden="true" />}
        onClick={() => setPrinting(true)}
      >
        {t('report.offer.shelfCards')}
      </Button>
      {offer.batchId !== null && <HandoutPaper batchId={offer.batchId} />}
      {isPrinting && (
        <PrintSheet>
          <OfferShelfCards offer={offer} />
        </PrintSheet>
      )}
    </Group>
  );
}

/** The coupons of the offer, as soon as all their codes are made. */
function HandoutPaper({ batchId }: { batchId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data } = useTill(api.coupon.batch, { batchId });
  if (data === undefined) return null;
  const { batch } = data;
  const toSeries = () => void navigate({ to: `/coupons/series/${batch.seriesId}` });
  return (
    <>
      {batch.state === 'ready' && <HandOut batch={batch} onOpen={toSeries} />}
      <Button variant="default" onClick={toSeries}>
        {t('report.offer.toCoupons')}
      </Button>
    </>
  );
}

function Texts({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const current = useLanguage();
  const [language, setLanguage] = useState<Language>(current);
  const text = textIn(offer.text, language);
  return (
    <section>
      <Title order={2} mb="sm">
        {t('report.offer.text')}
      </Title>
      <Stack gap="sm" align="flex-start">
        <SegmentedControl
          aria-label={t('common.language')}
          value={language}
          onChange={(value) => setLanguage(languages.find((each) => each === value) ?? current)}
          data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
        />
        <Textarea
          w="100%"
          size="md"
          aria-label={t('report.offer.text')}
          readOnly
          autosize
          minRows={5}
          value={text}
        />
        <CopyButton text={text} />
      </Stack>
    </section>
  );
}
