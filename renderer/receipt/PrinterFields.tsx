/** How a printer is reached and what kind it is: the same fields at the first start and in the settings. */
import { Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { printerProfiles } from '../../shared/receipt/printers.ts';
import { WholeInput } from '../ui/WholeInput.tsx';

export type ConnectionKind = 'none' | 'file' | 'tcp';

/** What was typed for every kind, so that changing the kind forgets nothing. */
export interface TypedConnection {
  readonly kind: ConnectionKind;
  readonly path: string;
  readonly host: string;
  readonly port: number | null;
}

/** The port on which nearly every network printer listens. */
const usualPort = 9100;

export const noConnection: TypedConnection = { kind: 'none', path: '', host: '', port: usualPort };

export const profileNames = Object.keys(printerProfiles) as (keyof typeof printerProfiles)[];

export interface PrinterFieldsProps {
  connection: TypedConnection;
  onConnection: (connection: TypedConnection) => void;
  /** A name of `printerProfiles`, or null for a printer with settings of its own. */
  profileName: string | null;
  onProfileName: (name: string) => void;
  errorOf: (field: string) => string | undefined;
}

const kinds = ['none', 'tcp', 'file'] as const;

export function PrinterFields(props: PrinterFieldsProps) {
  const { t } = useTranslation();
  const { connection, onConnection, errorOf } = props;
  const set = (patch: Partial<TypedConnection>) => onConnection({ ...connection, ...patch });
  return (
    <Stack gap="md">
      <Radio.Group
        label={t('receipt.connection')}
        value={connection.kind}
        onChange={(kind) => set({ kind: kinds.find((known) => known === kind) ?? 'none' })}
      >
        <Stack gap="sm" mt="sm">
          {kinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              size="md"
              label={t(`receipt.connectionKind.${kind}`)}
              description={t(`receipt.connectionHint.${kind}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {connection.kind === 'tcp' && (
        <Group align="flex-start" gap="md">
          <TextInput
            label={t('receipt.host')}
            placeholder="192.168.1.50"
            style={{ flex: 1 }}
            autoComplete="off"
            value={connection.host}
            error={errorOf('connection.host')}
            onChange={(event) => set({ host: event.currentTarget.value })}
          />
          <WholeInput
            label={t('receipt.port')}
            w={140}
            value={connection.port}
            error={errorOf('connection.port')}
            onChange={(port) => set({ port })}
          />
        </Group>
      )}
      {connection.kind === 'file' && (
        <TextInput
          label={t('receipt.folder')}
          placeholder={t('receipt.folderExample')}
          autoComplete="off"
          value={connection.path}
          error={errorOf('connection.path')}
          onChange={(event) => set({ path: event.currentTarget.value })}
        />
      )}
      {connection.kind !== 'none' && (
        <Select
          label={t('receipt.profile')}
          data={profileNames.map((name) => ({ value: name, label: t(`receipt.profileName.${name}`) }))}
          placeholder={t('receipt.profileOwn')}
          value={props.profileName}
          onChange={(name) => name !== null && props.onProfileName(name)}
        />
      )}
    </Stack>
  );
}
