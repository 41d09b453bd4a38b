/** One printer in a drawer: where it is, what kind it is, and the few things that differ between printers of a kind. */
import { Checkbox, Drawer, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { receiptContract } from '../../shared/receipt/contract.ts';
import { type PrinterProfile, printerProfiles } from '../../shared/receipt/printers.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention } from '../app/useTill.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import { WholeInput } from '../ui/WholeInput.tsx';
import { noConnection, PrinterFields, profileNames, type TypedConnection } from './PrinterFields.tsx';
import type { Printer } from './printer.ts';

export interface PrinterDrawerProps {
  /** Null: the drawer is shut. */
  edited: Printer | 'new' | null;
  onClose: () => void;
}

export function PrinterDrawer({ edited, onClose }: PrinterDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={520}
      title={edited === 'new' ? t('receipt.newPrinter') : t('receipt.editPrinter')}
    >
      {edited !== null && <PrinterForm printer={edited === 'new' ? null : edited} onClose={onClose} />}
    </Drawer>
  );
}

const schema = schemaOf(receiptContract.savePrinter).omit({ intentionId: true, approval: true });
type Checked = z.output<typeof schema>;

interface Typed {
  readonly printerId: string | null;
  readonly name: string;
  readonly connection: TypedConnection;
  readonly profile: Omit<PrinterProfile, 'codePageNumber'> & { readonly codePageNumber: number | null };
}

function sameProfile(a: Typed['profile'], b: PrinterProfile): boolean {
  return (Object.keys(b) as (keyof PrinterProfile)[]).every((key) => a[key] === b[key]);
}

function PrinterForm({ printer, onClose }: { printer: Printer | null; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Typed, Checked>(schema, {
    printerId: printer?.id ?? null,
    name: printer?.name ?? t('receipt.printer'),
    connection: { ...noConnection, kind: 'tcp', ...printer?.connection },
    profile: printer?.profile ?? printerProfiles.xprinter58,
  });
  const save = useIntention(api.receipt.savePrinter);
  const { values, set, errorOf } = form;
  const onSave = () => saveChecked({ form, send: save.send, saved: t('receipt.savedTryTest'), onClose });
  return (
    <SaveForm error={save.error} isSending={save.isSending} onSave={onSave} onCancel={onClose}>
      <TextInput
        label={t('common.name')}
        data-autofocus
        autoComplete="off"
        value={values.name}
        error={errorOf('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <PrinterFields
        connection={values.connection}
        onConnection={(connection) => set({ connection })}
        profileName={profileNames.find((name) => sameProfile(values.profile, printerProfiles[name])) ?? null}
        onProfileName={(name) => {
          const known = profileNames.find((each) => each === name);
          if (known !== undefined) set({ profile: printerProfiles[known] });
        }}
        errorOf={errorOf}
      />
      {values.connection.kind !== 'none' && (
        <ProfileDetails
          profile={values.profile}
          error={errorOf('profile.codePageNumber')}
          onChange={(patch) => set({ profile: { ...values.profile, ...patch } })}
        />
      )}
    </SaveForm>
  );
}

interface ProfileDetailsProps {
  profile: Typed['profile'];
  error: string | undefined;
  onChange: (patch: Partial<Typed['profile']>) => void;
}

function ProfileDetails({ profile, error, onChange }: ProfileDetailsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Checkbox
        size="md"
        label={t('receipt.hasCutter')}
        checked={profile.hasCutter}
        onChange={(event) => onChange({ hasCutter: event.currentTarget.checked })}
      />
      <Checkbox
        size="md"
        label={t('receipt.hasDrawer')}
        checked={profile.drawerPin !== null}
        onChange={(event) => onChange({ drawerPin: event.currentTarget.checked ? 0 : null })}
      />
      <Checkbox
        size="md"
        label={t('receipt.asPicture')}
        description={t('receipt.asPictureHint')}
        checked={profile.imageMode === 'whole'}
        onChange={(event) => onChange({ imageMode: event.currentTarget.checked ? 'whole' : 'lines' })}
      />
      <WholeInput
        label={t('receipt.codePageNumber')}
        description={t('receipt.codePageNumberHint')}
        w={280}
        value={profile.codePageNumber}
        error={error}
        onChange={(codePageNumber) => onChange({ codePageNumber })}
      />
    </Stack>
  );
}
