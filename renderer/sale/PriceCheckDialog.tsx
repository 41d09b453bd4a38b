/** What does it cost? A scan or a name shows the price and leaves the basket alone. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { barcodeSpellings } from '../../shared/catalogue/barcode.ts';
import type { Product } from '../../shared/catalogue/contract.ts';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { playSound } from '../app/sounds.ts';
import { useScanner } from '../app/useScanner.ts';
import { tourDid } from '../staff/tourSteps.ts';
import styles from './PriceCheckDialog.module.css';
import { useSelling } from './selling.ts';
import { productsNamed } from './useProductSearch.ts';

interface Asked {
  readonly text: string;
  readonly products: readonly Product[];
}

/** The product that carries exactly this code, else everything that fits. */
function fitting(text: string, products: readonly Product[]): readonly Product[] {
  const spellings = barcodeSpellings(text);
  const exact = products.filter(({ barcodes }) => barcodes.some((code) => spellings.includes(code)));
  return exact.length > 0 ? exact : products;
}

export function PriceCheckDialog() {
  const { t } = useTranslation();
  const { show, addProduct } = useSelling();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = async (words: string) => {
    if (words === '') return;
    const products = fitting(words, await productsNamed(words));
    playSound(products.length === 0 ? 'notFound' : 'scanned');
    setAsked({ text: words, products });
    tourDid('priceCheck');
    setText('');
  };
  useScanner((code) => void ask(code));
  const [only] = asked?.products ?? [];
  return (
    <Modal opened onClose={() => show(null)} title={t('sale.priceCheck.title')} size={560}>
      <Stack gap="md">
        <TextInput
          data-autofocus
          size="lg"
          aria-label={t('sale.field.label')}
          placeholder={t('sale.field.label')}
          leftSection={<IconBarcode size={22} aria-hidden="true" />}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void ask(text.trim());
          }}
        />
        {asked === null ? <Text c="dimmed">{t('sale.priceCheck.hint')}</Text> : <Prices asked={asked} />}
        {asked?.products.length === 1 && only !== undefined && (
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() => {
                show(null);
                void addProduct(only);
              }}
            >
              {t('sale.priceCheck.add')}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}

function Prices({ asked: { text, products } }: { asked: Asked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const [only, ...others] = products;
  if (only === undefined) {
    return (
      <Text role="alert" c="red">
        {t('sale.field.nothing', { text })}
      </Text>
    );
  }
  if (others.length === 0) {
    return (
      <div className={styles.one} role="status">
        <span className={styles.name}>{textIn(only.name, language)}</span>
        <strong className={`${styles.price} figures`}>{format.som(only.priceSom)}</strong>
        <span className="muted">{format.unit(only.unit)}</span>
      </div>
    );
  }
  return (
    <ul className={styles.many}>
      {products.map((product) => (
        <li key={product.id}>
          <span>{textIn(product.name, language)}</span>
          <strong className="figures">{format.number(product.priceSom)}</strong>
        </li>
      ))}
    </ul>
  );
}
