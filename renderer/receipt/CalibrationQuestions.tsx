/** What the wizard asks about the slip, part by part: the same letters stand on the paper. */
import { Button, Checkbox, Group, Input, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { calibrationLines, calibrationWidths, calibrationWords } from '../../shared/receipt/calibration.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import type { CalibrationStepProps } from './CalibrationFrame.tsx';
import styles from './CalibrationWizard.module.css';
import { linesOf } from './calibrationSteps.ts';

function Question({ part, title, hint }: { part?: string; title: string; hint: string }) {
  return (
    <div className={styles.question}>
      {part !== undefined && (
        <span className={styles.part} aria-hidden="true">
          {part}
        </span>
      )}
      <Stack gap={4}>
        <Title order={2}>{title}</Title>
        <Text c="dimmed">{hint}</Text>
      </Stack>
    </div>
  );
}

export function LettersStep({ draft, onChange, isMissing }: CalibrationStepProps) {
  const { t } = useTranslation();
  const chosen = linesOf(draft.linesTyped);
  return (
    <Stack gap="lg">
      <Question
        part="A"
        title={t('receipt.calibration.lettersTitle')}
        hint={t('receipt.calibration.lettersHint')}
      />
      <div className={styles.sample}>{calibrationWords}</div>
      <TextInput
        label={t('receipt.calibration.lineNumber')}
        description={t('receipt.calibration.lineNumberHint', { last: calibrationLines.length })}
        maw={480}
        data-autofocus
        autoFocus
        inputMode="numeric"
        autoComplete="off"
        disabled={draft.noneReads}
        value={draft.linesTyped}
        error={isMissing ? t('receipt.calibration.lineMissing') : undefined}
        onChange={(event) => onChange({ linesTyped: event.currentTarget.value.replace(/[^1-9, ]/g, '') })}
      />
      {chosen.length > 0 && !draft.noneReads && (
        <Text role="status">{t('receipt.calibration.linesChosen', { lines: chosen.join(', ') })}</Text>
      )}
      <Checkbox
        size="md"
        label={t('receipt.calibration.noneReads')}
        checked={draft.noneReads}
        onChange={(event) => onChange({ noneReads: event.currentTarget.checked })}
      />
    </Stack>
  );
}

interface ChoiceProps {
  label: string;
  value: string | null;
  options: readonly { readonly value: string; readonly label: ReactNode }[];
  isMissing: boolean;
  /** Where something else on the step comes first, it has the focus. */
  isSecond?: boolean;
  onChange: (value: string) => void;
}

/** One answer of a few: arrows and the space bar choose, Enter goes on. */
function Choice({ label, value, options, isMissing, isSecond = false, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      aria-label={label}
      value={value}
      error={isMissing ? t('receipt.calibration.choose') : undefined}
      onChange={onChange}
    >
      <Stack gap="md">
        {options.map((option, place) => (
          <Radio
            key={option.value}
            size="md"
            autoFocus={!isSecond && (value === null ? place === 0 : option.value === value)}
            value={option.value}
            label={option.label}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

export function WidthStep({ draft, onChange, isMissing }: CalibrationStepProps) {
  const { t } = useTranslation();
  const title = t('receipt.calibration.widthTitle');
  return (
    <Stack gap="lg">
      <Question part="B" title={title} hint={t('receipt.calibration.widthHint')} />
      <Choice
        label={title}
        value={draft.width === null ? null : String(draft.width)}
        options={calibrationWidths.map((width) => ({
          value: String(width),
          label: t(`receipt.width.${width}`),
        }))}
        isMissing={isMissing}
        onChange={(value) =>
          onChange({ width: calibrationWidths.find((each) => String(each) === value) ?? null })
        }
      />
    </Stack>
  );
}

export function CodesStep({ draft, onChange, isMissing }: CalibrationStepProps) {
  const { t } = useTranslation();
  const title = t('receipt.calibration.codesTitle');
  return (
    <Stack gap="lg">
      <Question part="C D" title={title} hint={t('receipt.calibration.codesHint')} />
      <Choice
        label={title}
        value={draft.codes}
        options={[
          { value: 'all', label: t('receipt.calibration.codesAll') },
          { value: 'some', label: t('receipt.calibration.codesSome') },
        ]}
        isMissing={isMissing}
        onChange={(value) => onChange({ codes: value === 'all' ? 'all' : 'some' })}
      />
      {draft.codes === 'some' && (
        <Input.Wrapper label={t('receipt.calibration.whatCame')} labelElement="div">
          <Stack gap="md" mt="sm">
            {(['barcodesCame', 'qrCame', 'pictureCame'] as const).map((what) => (
              <Checkbox
                key={what}
                size="md"
                label={t(`receipt.calibration.${what}`)}
                checked={draft[what]}
                onChange={(event) => onChange({ [what]: event.currentTarget.checked })}
              />
            ))}
          </Stack>
        </Input.Wrapper>
      )}
    </Stack>
  );
}

export function CutStep({ draft, onChange, isMissing }: CalibrationStepProps) {
  const { t } = useTranslation();
  const title = t('receipt.calibration.cutTitle');
  return (
    <Stack gap="lg">
      <Question title={title} hint={t('receipt.calibration.cutHint')} />
      <Choice
        label={title}
        value={draft.didCut === null ? null : draft.didCut ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t('receipt.calibration.cutYes') },
          { value: 'no', label: t('receipt.calibration.cutNo') },
        ]}
        isMissing={isMissing}
        onChange={(value) => onChange({ didCut: value === 'yes' })}
      />
    </Stack>
  );
}

export function DrawerStep({ printer, draft, onChange, isMissing }: CalibrationStepProps) {
  const { t } = useTranslation();
  const open = useIntention(api.receipt.tryDrawer);
  const title = t('receipt.calibration.drawerTitle');
  return (
    <Stack gap="lg">
      <Question title={title} hint={t('receipt.calibration.drawerHint')} />
      <Group gap="md">
        {([0, 1] as const).map((pin) => (
          <Button
            key={pin}
            variant="default"
            autoFocus={pin === 0}
            leftSection={<IconLockOpen size={20} aria-hidden="true" />}
            onClick={() => void open.send({ printerId: printer.id, pin })}
          >
            {t(`receipt.calibration.open${pin}`)}
          </Button>
        ))}
      </Group>
      <ErrorAnswer error={open.error} />
      <Choice
        label={title}
        value={draft.drawer === null ? null : String(draft.drawer)}
        options={[
          { value: '0', label: t('receipt.calibration.opened0') },
          { value: '1', label: t('receipt.calibration.opened1') },
          { value: 'none', label: t('receipt.calibration.openedNone') },
        ]}
        isSecond
        isMissing={isMissing}
        onChange={(value) => onChange({ drawer: value === '0' ? 0 : value === '1' ? 1 : 'none' })}
      />
    </Stack>
  );
}
