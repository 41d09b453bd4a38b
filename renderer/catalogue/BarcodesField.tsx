/** The barcodes of a product: scanned anywhere in the drawer, typed, or one of the shop's own. */
import { Button, Pill, TextInput } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useScanner } from '../app/useScanner.ts';
import styles from './BarcodesField.module.css';

export interface BarcodesFieldProps {
  barcodes: readonly string[];
  error: string | undefined;
  onChange: (barcodes: readonly string[]) => void;
}

export function BarcodesField({ barcodes, error, onChange }: BarcodesFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const add = (code: string) => {
    const barcode = code.trim();
    if (barcode !== '' && !barcodes.includes(barcode)) onChange([...barcodes, barcode]);
    setTyped('');
  };
  useScanner(add);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // Enter ends the barcode, not the form.
    event.preventDefault();
    add(typed);
  };
  return (
    <div>
      <TextInput
        label={t('catalogue.barcodes')}
        description={t('catalogue.barcodesHint')}
        autoComplete="off"
        value={typed}
        error={error}
        rightSectionWidth={110}
        rightSection={
          typed.trim() !== '' && (
            <Button
              size="compact-sm"
              mih={32}
              variant="light"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add(typed)}
            >
              {t('common.add')}
            </Button>
          )
        }
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => add(typed)}
      />
      <div className={styles.pills}>
        {barcodes.map((barcode) => (
          <Pill
            key={barcode}
            size="lg"
            withRemoveButton
            removeButtonProps={{ 'aria-label': `${t('common.delete')} ${barcode}` }}
            onRemove={() => onChange(barcodes.filter((other) => other !== barcode))}
          >
            {barcode}
          </Pill>
        ))}
        {barcodes.length === 0 && typed === '' && <OwnBarcode onMade={add} />}
      </div>
    </div>
  );
}

/** For goods that came without a code; it is kept when the product is saved. */
function OwnBarcode({ onMade }: { onMade: (barcode: string) => void }) {
  const { t } = useTranslation();
  const make = async () => {
    const answer = await api.catalogue.freeBarcode({});
    if (answer.ok) onMade(answer.data.barcode);
  };
  return (
    <Button
      variant="subtle"
      size="compact-md"
      mih={32}
      leftSection={<IconBarcode size={20} aria-hidden="true" />}
      onClick={() => void make()}
    >
      {t('catalogue.makeBarcode')}
    </Button>
  );
}
