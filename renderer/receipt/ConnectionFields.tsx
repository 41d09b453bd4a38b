/** The fields of one way to reach a printer; what the PC sees is offered, anything else can be typed. */
import { Autocomplete, Button, Group, Input, Select, TextInput } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { baudRates } from '../../shared/printerConnection.ts';
import { WholeInput } from '../ui/WholeInput.tsx';
import type { FoundPrinters, TypedConnection } from './typedConnection.ts';

export interface ConnectionFieldsProps {
  connection: TypedConnection;
  onChange: (connection: TypedConnection) => void;
  found: FoundPrinters;
  onLookAgain: () => void;
  errorOf: (field: string) => string | undefined;
}

export function ConnectionFields(props: ConnectionFieldsProps) {
  const { t } = useTranslation();
  const { connection, onChange, errorOf } = props;
  switch (connection.kind) {
    case 'none':
      return null;
    case 'tcp':
      return (
        <Group align="flex-start" gap="md">
          <TextInput
            label={t('receipt.host')}
            placeholder="192.168.1.50"
            style={{ flex: 1 }}
            autoComplete="off"
            value={connection.host}
            error={errorOf('connection.host')}
            onChange={(event) => onChange({ ...connection, host: event.currentTarget.value })}
          />
          <WholeInput
            label={t('receipt.port')}
            w={140}
            value={connection.port}
            error={errorOf('connection.port')}
            onChange={(port) => onChange({ ...connection, port })}
          />
        </Group>
      );
    case 'file':
      return (
        <TextInput
          label={t('receipt.folder')}
          placeholder={t('receipt.folderExample')}
          autoComplete="off"
          value={connection.path}
          error={errorOf('connection.path')}
          onChange={(event) => onChange({ ...connection, path: event.currentTarget.value })}
        />
      );
    case 'device':
      return <DeviceField {...props} connection={connection} />;
    case 'serial':
      return <SerialFields {...props} connection={connection} />;
    default:
      return <QueueField {...props} connection={connection} />;
  }
}

type Of<Kind extends TypedConnection['kind']> = Omit<ConnectionFieldsProps, 'connection'> & {
  connection: Extract<TypedConnection, { readonly kind: Kind }>;
};

function DeviceField({ connection, onChange, found, onLookAgain, errorOf }: Of<'device'>) {
  const { t } = useTranslation();
  return (
    <SeenField
      label={t('receipt.device')}
      placeholder="/dev/usb/lp0"
      seen={found.devices.map((path) => ({ value: path, label: path }))}
      value={connection.path}
      error={errorOf('connection.path')}
      onChange={(path) => onChange({ ...connection, path })}
      onLookAgain={onLookAgain}
    />
  );
}

function SerialFields({ connection, onChange, found, onLookAgain, errorOf }: Of<'serial'>) {
  const { t } = useTranslation();
  return (
    <>
      <SeenField
        label={t('receipt.serialPort')}
        placeholder={t('receipt.serialPortExample')}
        seen={found.serialPorts.map(({ path, label }) => ({
          value: path,
          label: label === '' ? path : `${path} · ${label}`,
        }))}
        value={connection.path}
        error={errorOf('connection.path')}
        onChange={(path) => onChange({ ...connection, path })}
        onLookAgain={onLookAgain}
      />
      <Select
        label={t('receipt.baudRate')}
        description={t('receipt.baudRateHint')}
        data={baudRates.map(String)}
        value={String(connection.baudRate)}
        error={errorOf('connection.baudRate')}
        onChange={(rate) => rate !== null && onChange({ ...connection, baudRate: Number(rate) })}
      />
    </>
  );
}

function QueueField({ connection, onChange, found, onLookAgain, errorOf }: Of<'queue' | 'driver'>) {
  const { t } = useTranslation();
  return (
    <SeenField
      label={t('receipt.queueName')}
      placeholder={t('receipt.queueNameExample')}
      seen={found.queues.map((name) => ({ value: name, label: name }))}
      value={connection.name}
      error={errorOf('connection.name')}
      onChange={(name) => onChange({ ...connection, name })}
      onLookAgain={onLookAgain}
    />
  );
}

interface SeenFieldProps {
  label: string;
  placeholder: string;
  seen: readonly { readonly value: string; readonly label: string }[];
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  onLookAgain: () => void;
}

/** A cable that is plugged in while the form stands open is seen after a second look. */
function SeenField({ label, placeholder, seen, value, error, onChange, onLookAgain }: SeenFieldProps) {
  const { t } = useTranslation();
  const errorId = useId();
  const words = new Map(seen.map((each) => [each.value, each.label]));
  return (
    <div>
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <Autocomplete
          size="md"
          label={label}
          description={seen.length === 0 ? t('receipt.noneSeen') : t('receipt.seen', { count: seen.length })}
          placeholder={placeholder}
          style={{ flex: 1, minWidth: 0 }}
          data={seen.map((each) => each.value)}
          renderOption={({ option }) => words.get(option.value) ?? option.value}
          // Everything that is seen stays on offer, whatever is typed already.
          filter={({ options }) => options}
          autoComplete="off"
          value={value}
          error={error !== undefined}
          aria-describedby={errorId}
          onChange={onChange}
        />
        <Button
          variant="default"
          leftSection={<IconRefresh size={20} aria-hidden="true" />}
          style={{ flex: 'none' }}
          onClick={onLookAgain}
        >
          {t('receipt.lookAgain')}
        </Button>
      </Group>
      {/* Below both, so that the button stays beside its field. */}
      {error !== undefined && (
        <Input.Error id={errorId} mt={6}>
          {error}
        </Input.Error>
      )}
    </div>
  );
}
