/** One printer in a drawer: where it is, what kind it is, and the few things that differ between printers of a kind. */
import { Alert, Drawer, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { receiptContract } from '../../shared/receipt/contract.ts';
import { type PrinterProfile, printerProfiles } from '../../shared/receipt/printers.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { saveChecked } from '../app/saveChecked.ts';
import { useIntention } from '../app/useTill.ts';
import { SaveForm } from '../ui/SaveForm.tsx';
import { learnStatus } from './learnStatus.ts';
import { PrinterFields, profileNames } from './PrinterFields.tsx';
import { ProfileFields, type TypedProfile } from './ProfileFields.tsx';
import type { Printer } from './printer.ts';
import { newConnection, nothingFound, type TypedConnection } from './typedConnection.ts';

export interface PrinterDrawerProps {
  /** Null: the drawer is shut. */
  edited: Printer | 'new' | null;
  onClose: () => void;
  /** After a printer was added. */
  onAdded: (printer: Printer) => void;
}

export function PrinterDrawer({ edited, onClose, onAdded }: PrinterDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={edited !== null}
      onClose={onClose}
      position="right"
      size={680}
      title={edited === 'new' ? t('receipt.newPrinter') : t('receipt.editPrinter')}
    >
      {edited !== null && (
        <PrinterForm printer={edited === 'new' ? null : edited} onClose={onClose} onAdded={onAdded} />
      )}
    </Drawer>
  );
}

const schema = schemaOf(receiptContract.savePrinter).omit({ intentionId: true, approval: true });
type Checked = z.output<typeof schema>;

interface Typed {
  readonly printerId: string | null;
  readonly name: string;
  readonly connection: TypedConnection;
  readonly profile: TypedProfile;
}

interface PrinterFormProps extends Pick<PrinterDrawerProps, 'onClose' | 'onAdded'> {
  printer: Printer | null;
}

function PrinterForm({ printer, onClose, onAdded }: PrinterFormProps) {
  const { t } = useTranslation();
  const form = useForm<Typed, Checked>(schema, {
    printerId: printer?.id ?? null,
    name: printer?.name ?? t('receipt.printer'),
    connection: printer?.connection ?? newConnection('tcp', nothingFound),
    profile: printer?.profile ?? { ...printerProfiles.xprinter58, status: 'none' },
  });
  const save = useIntention(api.receipt.savePrinter);
  const { values, set, errorOf } = form;
  const kind = values.connection.kind;
  async function send(checked: Checked) {
    const answer = await save.send(checked);
    if (answer.ok && printer === null) onAdded(answer.data.printer);
    // It may be another printer now, or stand elsewhere; one that does not answer is asked again by its set-up slip.
    if (answer.ok && printer !== null) void learnStatus(answer.data.printer);
    return answer;
  }
  const onSave = () => saveChecked({ form, send, saved: t('common.saved'), onClose });
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
        profileName={nameOfProfile(values.profile)}
        onProfileName={(name) => {
          const known = profileNames.find((each) => each === name);
          if (known === undefined) return;
          // What it tells was learnt from this very printer, or nobody has asked it yet.
          set({ profile: { ...printerProfiles[known], status: values.profile.status } });
        }}
        errorOf={errorOf}
      />
      {kind !== 'none' && kind !== 'driver' && (
        <Alert variant="light" color="teal">
          {t('receipt.slipFindsRest')}
        </Alert>
      )}
      {kind !== 'none' && (
        <ProfileFields
          profile={values.profile}
          isDriver={kind === 'driver'}
          errorOf={errorOf}
          onChange={(patch) => set({ profile: { ...values.profile, ...patch } })}
        />
      )}
    </SaveForm>
  );
}

/** The printer to start from that is just like this one; null for one with settings of its own. */
function nameOfProfile(profile: TypedProfile): keyof typeof printerProfiles | null {
  const isSame = (known: PrinterProfile) =>
    (Object.keys(known) as (keyof PrinterProfile)[]).every(
      (key) => key === 'status' || profile[key] === known[key],
    );
  return profileNames.find((name) => isSame(printerProfiles[name])) ?? null;
}
