/** How a printer is reached and what kind it is: the same fields at the first start and in the settings. */
import { Radio, Select, Stack } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionKind } from '../../shared/printerConnection.ts';
import { printerProfiles } from '../../shared/receipt/printers.ts';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { ConnectionFields } from './ConnectionFields.tsx';
import styles from './PrinterFields.module.css';
import { connectionKinds, newConnection, nothingFound, type TypedConnection } from './typedConnection.ts';

export const profileNames = Object.keys(printerProfiles) as (keyof typeof printerProfiles)[];

export interface PrinterFieldsProps {
  connection: TypedConnection;
  onConnection: (connection: TypedConnection) => void;
  /** A name of `printerProfiles`, or null for a printer with settings of its own. */
  profileName: string | null;
  onProfileName: (name: string) => void;
  errorOf: (field: string) => string | undefined;
}

export function PrinterFields(props: PrinterFieldsProps) {
  const { t } = useTranslation();
  const { connection, onConnection, errorOf } = props;
  const found = useTill(api.receipt.foundPrinters, {}, { forgets: true });
  const seen = found.data ?? nothingFound;
  // Changing the kind forgets nothing of what was typed for another.
  const typed = useRef(new Map<ConnectionKind, TypedConnection>());
  const change = (kind: ConnectionKind) => {
    typed.current.set(connection.kind, connection);
    onConnection(typed.current.get(kind) ?? newConnection(kind, seen));
  };
  // A way that this PC has not is no choice, unless it was chosen already.
  const kinds = connectionKinds.filter(
    (kind) => kind !== 'driver' || seen.hasDriver || connection.kind === 'driver',
  );
  return (
    <Stack gap="md">
      <Radio.Group
        label={t('receipt.connection')}
        value={connection.kind}
        onChange={(kind) => change(connectionKinds.find((known) => known === kind) ?? 'none')}
      >
        <div className={styles.kinds}>
          {kinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              size="md"
              label={t(`receipt.connectionKind.${kind}`)}
              description={t(`receipt.connectionHint.${kind}`)}
            />
          ))}
        </div>
      </Radio.Group>
      <ConnectionFields
        connection={connection}
        onChange={onConnection}
        found={seen}
        onLookAgain={found.refresh}
        errorOf={errorOf}
      />
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
