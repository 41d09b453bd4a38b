/** How a printer prints, for whoever knows it better than the set-up slip; most people never open this. */
import { Button, Checkbox, Collapse, Group, Select, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CalibrationWidth, calibrationWidths, dotsOfWidth } from '../../shared/receipt/calibration.ts';
import { codePages } from '../../shared/receipt/codePages.ts';
import { type PrinterProfile, statusCapabilities } from '../../shared/receipt/printers.ts';
import { WholeInput } from '../ui/WholeInput.tsx';

export type TypedProfile = Omit<PrinterProfile, 'codePageNumber'> & {
  readonly codePageNumber: number | null;
};

export interface ProfileFieldsProps {
  profile: TypedProfile;
  /** A driver draws the whole paper: only its width matters. */
  isDriver: boolean;
  onChange: (patch: Partial<TypedProfile>) => void;
  errorOf: (field: string) => string | undefined;
}

export function ProfileFields(props: ProfileFieldsProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  // What is wrong must not be hidden.
  const isShown = isOpen || props.errorOf('profile') !== undefined;
  return (
    <Stack gap="md">
      <Group>
        <Button
          variant="subtle"
          px={0}
          aria-expanded={isShown}
          rightSection={isShown ? <IconChevronUp size={20} /> : <IconChevronDown size={20} />}
          onClick={() => setOpen(!isShown)}
        >
          {t('receipt.ownSettings')}
        </Button>
      </Group>
      <Collapse expanded={isShown} transitionDuration={0}>
        <Stack gap="md">
          <Text c="dimmed">{t('receipt.ownSettingsHint')}</Text>
          <WidthField {...props} />
          {!props.isDriver && (
            <>
              <EquipmentFields {...props} />
              <LetterFields {...props} />
              <StatusField {...props} />
            </>
          )}
        </Stack>
      </Collapse>
    </Stack>
  );
}

function WidthField({ profile, onChange }: ProfileFieldsProps) {
  const { t } = useTranslation();
  const choose = (columns: CalibrationWidth) => onChange({ columns, dots: dotsOfWidth[columns] });
  return (
    <Select
      label={t('receipt.widthLabel')}
      data={calibrationWidths.map((width) => ({ value: String(width), label: t(`receipt.width.${width}`) }))}
      value={String(profile.columns)}
      onChange={(value) => {
        const width = calibrationWidths.find((each) => String(each) === value);
        if (width !== undefined) choose(width);
      }}
    />
  );
}

function EquipmentFields({ profile, onChange }: ProfileFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Checkbox
        size="md"
        label={t('receipt.hasCutter')}
        checked={profile.hasCutter}
        onChange={(event) => onChange({ hasCutter: event.currentTarget.checked })}
      />
      <Select
        label={t('receipt.drawerLabel')}
        data={[
          { value: 'none', label: t('receipt.drawer.none') },
          { value: '0', label: t('receipt.drawer.pin0') },
          { value: '1', label: t('receipt.drawer.pin1') },
        ]}
        value={profile.drawerPin === null ? 'none' : String(profile.drawerPin)}
        onChange={(value) => onChange({ drawerPin: value === '0' ? 0 : value === '1' ? 1 : null })}
      />
    </>
  );
}

function LetterFields({ profile, onChange, errorOf }: ProfileFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Group align="flex-start" gap="md" wrap="nowrap">
        <Select
          label={t('receipt.codePageLabel')}
          style={{ flex: 1 }}
          data={codePages.map((page) => ({ value: page, label: t(`receipt.codePage.${page}`) }))}
          value={profile.codePage}
          onChange={(value) => {
            const codePage = codePages.find((page) => page === value);
            if (codePage !== undefined) onChange({ codePage });
          }}
        />
        <WholeInput
          label={t('receipt.codePageNumber')}
          w={140}
          mostDigits={3}
          value={profile.codePageNumber}
          error={errorOf('profile.codePageNumber')}
          onChange={(codePageNumber) => onChange({ codePageNumber })}
        />
      </Group>
      <Checkbox
        size="md"
        label={t('receipt.asPicture')}
        description={t('receipt.asPictureHint')}
        checked={profile.imageMode === 'whole'}
        onChange={(event) => onChange({ imageMode: event.currentTarget.checked ? 'whole' : 'lines' })}
      />
      <Checkbox
        size="md"
        label={t('receipt.symbolsAsPicture')}
        description={t('receipt.symbolsAsPictureHint')}
        checked={profile.symbolMode === 'picture'}
        onChange={(event) => onChange({ symbolMode: event.currentTarget.checked ? 'picture' : 'commands' })}
      />
    </>
  );
}

function StatusField({ profile, onChange }: ProfileFieldsProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('receipt.tellsLabel')}
      data={statusCapabilities.map((status) => ({ value: status, label: t(`receipt.tells.${status}`) }))}
      value={profile.status}
      onChange={(value) => {
        const status = statusCapabilities.find((each) => each === value);
        if (status !== undefined) onChange({ status });
      }}
    />
  );
}
