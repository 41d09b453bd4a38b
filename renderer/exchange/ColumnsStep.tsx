/** What every column holds: guessed, and changed by the person; with what is done with the known and the new. */
import { Alert, Button, Group, NativeSelect, Paper, Select, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  fieldsOf,
  type ImportField,
  importKinds,
  joinedWith,
  leftOutFields,
} from '../../shared/exchange/fields.ts';
import { type Language, languages } from '../../shared/text.ts';
import { languageNames, useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import styles from './exchange.module.css';
import type { ChosenOptions, Import } from './useImport.ts';
import type { ImportFile, LookedFile } from './useImportFile.ts';

interface ColumnsStepProps {
  readonly file: ImportFile;
  readonly picked: LookedFile;
  readonly work: Import;
  readonly onBack: () => void;
}

/** A list without names or codes means nothing. */
const namingFields: ReadonlySet<ImportField | null> = new Set([
  'name',
  'nameUz',
  'nameRu',
  'nameEn',
  'lastName',
  'firstName',
  'barcode',
  'phone',
]);

export function ColumnsStep({ file, picked, work, onBack }: ColumnsStepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shop } = useSession();
  const [options, setOptions] = useState<ChosenOptions>({
    known: 'update',
    unknown: 'add',
    language: shop.language,
    bonusExpiry: 'shop',
  });
  const { looked, mapping } = picked;
  const isNamed = mapping.some((field) => namingFields.has(field));
  return (
    <Stack gap="lg">
      <Paper>
        <Stack gap="lg">
          <Title order={2}>
            {t('exchange.found', { count: looked.rows, number: format.number(looked.rows) })}
          </Title>
          <FileChoices file={file} picked={picked} />
          <ColumnTable file={file} picked={picked} />
          <Notices picked={picked} />
        </Stack>
      </Paper>
      <Paper>
        <Choices picked={picked} options={options} onChange={setOptions} />
      </Paper>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onBack}>
          {t('exchange.otherFile')}
        </Button>
        <Button
          disabled={!isNamed || file.isReading}
          loading={work.isBusy}
          onClick={() => void work.send(options)}
        >
          {t('exchange.check', { count: looked.rows, number: format.number(looked.rows) })}
        </Button>
      </Group>
    </Stack>
  );
}

function FileChoices({ file, picked }: { file: ImportFile; picked: LookedFile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { looked, sheet } = picked;
  const { sheets, encoding } = picked.file;
  return (
    <>
      <div className={styles.choices}>
        <Select
          label={t('exchange.what')}
          allowDeselect={false}
          data={importKinds.map((kind) => ({ value: kind, label: t(`exchange.kind.${kind}`) }))}
          value={looked.kind}
          onChange={(kind) => {
            const chosen = importKinds.find((each) => each === kind);
            if (chosen !== undefined) void file.look({ kind: chosen });
          }}
        />
        {sheets.length > 1 && (
          <Select
            label={t('exchange.sheet')}
            allowDeselect={false}
            data={sheets.map(({ name, rows }, at) => ({
              value: String(at),
              label: `${name} · ${format.number(rows)}`,
            }))}
            value={String(sheet)}
            onChange={(at) => at !== null && void file.look({ sheet: Number(at) })}
          />
        )}
        <Select
          label={t('exchange.headingRow')}
          allowDeselect={false}
          data={[
            { value: 'none', label: t('exchange.noHeading') },
            ...Array.from({ length: 30 }, (_, row) => ({ value: String(row), label: String(row + 1) })),
          ]}
          value={looked.headingRow === null ? 'none' : String(looked.headingRow)}
          onChange={(row) =>
            void file.look({ headingRow: row === 'none' || row === null ? null : Number(row) })
          }
        />
      </div>
      <span className="muted">
        {[
          looked.format === 'generic' ? '' : t(`exchange.format.${looked.format}`),
          encoding === null ? '' : t('exchange.encoding', { encoding: encoding.toUpperCase() }),
          picked.isRemembered ? t('exchange.remembered') : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </>
  );
}

/** The first rows under the meaning of their columns. */
function ColumnTable({ file, picked }: { file: ImportFile; picked: LookedFile }) {
  const { t } = useTranslation();
  const { looked, mapping } = picked;
  const columns = Array.from({ length: looked.columns }, (_, at) => at);
  const fields = fieldsOf[looked.kind].map((field) => ({
    value: field as string,
    label: t(`exchange.field.${field}`),
  }));
  const set = (column: number, value: string) => {
    const field = fieldsOf[looked.kind].find((each) => each === value) ?? null;
    // A field stands in one column, unless it may be in several.
    const before = field === null || joinedWith[field] !== undefined ? -1 : mapping.indexOf(field);
    if (before !== -1) file.setField(before, null);
    file.setField(column, field);
  };
  return (
    <div className={styles.columns}>
      <table aria-label={t('exchange.step.columns')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                <span className={styles.heading}>{looked.headings[column] ?? ''}</span>
                <NativeSelect
                  aria-label={`${t('exchange.column')} ${column + 1}`}
                  data={[{ value: '', label: t('exchange.leaveOut') }, ...fields]}
                  value={mapping[column] ?? ''}
                  onChange={(event) => set(column, event.currentTarget.value)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {looked.first.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a file have nothing but their place
            <tr key={at}>
              {columns.map((column) => (
                <td key={column} data-left-out={(mapping[column] ?? null) === null || undefined}>
                  {row[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is recognised and cannot be kept, and what comes without consent: said before, not after. */
function Notices({ picked }: { picked: LookedFile }) {
  const { t } = useTranslation();
  const left = picked.mapping.filter((field) => field !== null && leftOutFields.has(field));
  const names = [...new Set(left)].map((field) => t(`exchange.field.${field}`)).join(', ');
  return (
    <>
      {left.length > 0 && <Alert color="amber">{t('exchange.leftOut', { fields: names })}</Alert>}
      {picked.looked.kind === 'customers' && <Alert color="amber">{t('exchange.noConsent')}</Alert>}
    </>
  );
}

interface ChoicesProps {
  readonly picked: LookedFile;
  readonly options: ChosenOptions;
  readonly onChange: (options: ChosenOptions) => void;
}

function Choices({ picked, options, onChange }: ChoicesProps) {
  const { t } = useTranslation();
  const isProducts = picked.looked.kind === 'products';
  return (
    <div className={styles.choices}>
      <NativeSelect
        label={t(`exchange.known.${picked.looked.kind}`)}
        data={(['update', 'skip'] as const).map((value) => ({ value, label: t(`exchange.choice.${value}`) }))}
        value={options.known}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...options, known: value === 'skip' ? 'skip' : 'update' })
        }
      />
      <NativeSelect
        label={t('exchange.unknown')}
        data={(['add', 'skip'] as const).map((value) => ({ value, label: t(`exchange.choice.${value}`) }))}
        value={options.unknown}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...options, unknown: value === 'skip' ? 'skip' : 'add' })
        }
      />
      {isProducts ? (
        <NativeSelect
          label={t('exchange.nameLanguage')}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={options.language}
          onChange={({ currentTarget: { value } }) => onChange({ ...options, language: value as Language })}
        />
      ) : (
        <NativeSelect
          label={t('exchange.bonusLives')}
          data={(['shop', 'never'] as const).map((value) => ({
            value,
            label: t(`exchange.expiry.${value}`),
          }))}
          value={options.bonusExpiry}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...options, bonusExpiry: value === 'never' ? 'never' : 'shop' })
          }
        />
      )}
    </div>
  );
}
