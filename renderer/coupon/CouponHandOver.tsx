/** A coupon to hand over: its code large, its picture, and the text that is sent with it. */
import { Button, Group, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouponSeriesRow } from '../../shared/coupon/contract.ts';
import { codeWritten } from '../../shared/coupon/couponMessage.ts';
import type { Coupon } from '../../shared/coupon/series.ts';
import { type Language, languages } from '../../shared/text.ts';
import { languageNames, useLanguage } from '../app/language.ts';
import { saveFile } from '../app/saveFile.ts';
import { CodeImage } from '../ui/CodeImage.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './CouponHandOver.module.css';
import { useCouponMessage } from './couponNames.ts';
import { qrPicture } from './qrPicture.ts';

export interface CouponHandOverProps {
  readonly series: CouponSeriesRow;
  readonly coupon: Pick<Coupon, 'code' | 'expiresOn'>;
}

export function CouponHandOver({ series, coupon }: CouponHandOverProps) {
  const { t } = useTranslation();
  const current = useLanguage();
  const [language, setLanguage] = useState<Language>(current);
  const messageOf = useCouponMessage(series);
  const text = messageOf?.(coupon, language) ?? '';
  return (
    <div className={styles.sheet}>
      <div className={styles.code}>
        <CodeImage kind="qr" data={coupon.code} />
        <strong className={`${styles.figure} figures`}>{codeWritten(coupon.code)}</strong>
        <SavePicture code={coupon.code} />
      </div>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('common.language')}
          value={language}
          onChange={(value) => setLanguage(languages.find((each) => each === value) ?? current)}
          data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
        />
        <Textarea label={t('coupon.message.text')} size="md" readOnly autosize minRows={6} value={text} />
        <Group gap="sm">
          <CopyButton text={text} label={t('coupon.message.copy')} />
          <CopyButton text={coupon.code} label={t('coupon.message.copyCode')} />
        </Group>
      </Stack>
    </div>
  );
}

export function SavePicture({ code }: { code: string }) {
  const { t } = useTranslation();
  const save = async () => {
    const picture = await qrPicture(code);
    if (picture !== null) saveFile(`${code}.png`, picture);
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={20} aria-hidden="true" />}
      onClick={() => void save()}
    >
      {t('coupon.message.savePicture')}
    </Button>
  );
}
