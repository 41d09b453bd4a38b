/** The barcodes of a product: scanned anywhere in the drawer, or typed. */
import { Button, Pill, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
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
      </div>
    </div>
  );
}
