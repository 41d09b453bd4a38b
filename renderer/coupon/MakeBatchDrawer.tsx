/** A new batch of coupons: as what it is printed, in which languages, how many, and where it will be handed out. */
import { Checkbox, Drawer, Input, TextInput, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type CouponSeriesRow, couponContract } from '../../shared/coupon/contract.ts';
import { type BatchKind, batchKinds } from '../../shared/coupon/contractBatch.ts';
import { type Language, languages } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { languageNames, useFormat, useLanguage } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import { BatchKindPicture } from './BatchKindPicture.tsx';
import styles from './batch.module.css';
import { isSheetKind, sheetsOf } from './print/layouts.ts';

export interface MakeBatchDrawerProps {
  isOpen: boolean;
  series: CouponSeriesRow;
  onClose: () => void;
}

export function MakeBatchDrawer({ isOpen, series, onClose }: MakeBatchDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" size={640} title={t('coupon.batch.make')}>
      {isOpen && <BatchForm seriesId={series.id} onClose={onClose} />}
    </Drawer>
  );
}

const schema = schemaOf(couponContract.makeBatch).omit({ intentionId: true, approval: true });
type Checked = z.output<typeof schema>;
type Typed = Omit<Checked, 'count'> & { readonly count: number | null };

function BatchForm({ seriesId, onClose }: { seriesId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const current = useLanguage();
  const format = useFormat();
  const first: Typed = { seriesId, kind: 'sheet10', label: '', languages: [current], count: 100 };
  const form = useForm<Typed, Checked>(schema, first);
  const make = useIntention(api.coupon.makeBatch);
  const { values, set, errorOf } = form;
  const send = async () => {
    const checked = form.check();
    if (checked === null) return;
    const answer = await make.send(checked);
    if (!answer.ok) return;
    notifications.show({
      message: t('coupon.batch.begun', { count: checked.count, number: format.number(checked.count) }),
      color: 'green',
    });
    onClose();
  };
  return (
    <SaveForm
      error={make.error}
      isSending={make.isSending}
      action={t('coupon.batch.make')}
      onSave={send}
      onCancel={onClose}
    >
      <KindPicker kind={values.kind} onChange={(kind) => set({ kind })} />
      <WholeInput
        label={t('coupon.batch.count')}
        description={<SheetsNeeded kind={values.kind} count={values.count} />}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={values.count}
        error={errorOf('count')}
        onChange={(count) => set({ count })}
      />
      <TextInput
        label={t('coupon.batch.label')}
        description={t('coupon.batch.labelHint')}
        placeholder={t('coupon.batch.labelExample')}
        maxLength={80}
        autoComplete="off"
        value={values.label}
        error={errorOf('label')}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      <LanguagesField
        chosen={values.languages}
        error={errorOf('languages')}
        onChange={(chosen) => set({ languages: [...chosen] })}
      />
    </SaveForm>
  );
}

/** How much paper it takes, before a box of it is used up. */
function SheetsNeeded({ kind, count }: { kind: BatchKind; count: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (count === null || !isSheetKind(kind)) return null;
  const paper = kind === 'posterA3' ? 'A3' : 'A4';
  const sheets = sheetsOf(kind, count);
  return t('coupon.batch.sheets', { count: sheets, number: format.number(sheets), paper });
}

function KindPicker({ kind, onChange }: { kind: BatchKind; onChange: (kind: BatchKind) => void }) {
  const { t } = useTranslation();
  return (
    <Input.Wrapper label={t('coupon.batch.kindLabel')}>
      <div className={styles.kinds} role="radiogroup" aria-label={t('coupon.batch.kindLabel')}>
        {batchKinds.map((each) => (
          <UnstyledButton
            key={each}
            role="radio"
            aria-checked={each === kind}
            className={styles.kind}
            onClick={() => onChange(each)}
          >
            <BatchKindPicture kind={each} />
            <span>{t(`coupon.batch.kind.${each}`)}</span>
          </UnstyledButton>
        ))}
      </div>
    </Input.Wrapper>
  );
}

interface LanguagesFieldProps {
  readonly chosen: readonly Language[];
  readonly error: string | undefined;
  readonly onChange: (chosen: readonly Language[]) => void;
}

/** Always in the same order, whatever was ticked first. */
function LanguagesField({ chosen, error, onChange }: LanguagesFieldProps) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      label={t('coupon.batch.languages')}
      value={[...chosen]}
      error={error}
      onChange={(values) => onChange(languages.filter((language) => values.includes(language)))}
    >
      <div className={styles.languages}>
        {languages.map((language) => (
          <Checkbox key={language} size="md" value={language} label={languageNames[language]} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
