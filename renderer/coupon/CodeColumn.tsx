/** What a file holds: which sheet and column the codes stand in, what the first rows look like, and how often a code works. */
import { Alert, Checkbox, Paper, Radio, Select, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { WholeInput } from '../ui/WholeInput.tsx';
import styles from './codeList.module.css';
import { type CodeChoice, columnName, type ShortCodes } from './readCodeList.ts';
import type { CodeFile, LookedAt } from './useCodeFile.ts';

export interface CodeColumnProps {
  readonly file: CodeFile;
  readonly looked: LookedAt;
  /** Null: as often as one likes. */
  readonly uses: number | null;
  readonly onUses: (uses: number | null) => void;
}

export function CodeColumn({ file, looked, uses, onUses }: CodeColumnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { choice, opened, codes } = looked;
  const change = (patch: Partial<CodeChoice>) => void file.choose({ ...choice, ...patch });
  const { sheets, encoding } = looked.file;
  const how = encoding === null ? '' : t('coupon.import.encoding', { encoding: encoding.toUpperCase() });
  return (
    <Paper>
      <Stack gap="lg">
        <Title order={2}>
          {t('coupon.import.found', { count: codes.count, number: format.number(codes.count) })}
        </Title>
        <div className={styles.choices}>
          {sheets.length > 1 && (
            <Select
              label={t('coupon.import.sheet')}
              data={sheets.map(({ name, rows }, at) => ({
                value: String(at),
                label: `${name} · ${format.number(rows)}`,
              }))}
              value={String(looked.sheet)}
              onChange={(at) => at !== null && void file.chooseSheet(Number(at))}
            />
          )}
          <Select
            label={t('coupon.import.column')}
            data={Array.from({ length: opened.columns }, (_, at) => ({
              value: String(at),
              label: columnName(at),
            }))}
            value={String(choice.column)}
            onChange={(at) => at !== null && change({ column: Number(at) })}
          />
          <Checkbox
            size="md"
            pb={10}
            label={t('coupon.import.heading')}
            checked={choice.hasHeading}
            onChange={(event) => change({ hasHeading: event.currentTarget.checked })}
          />
        </div>
        <Preview looked={looked} />
        <span className="muted">{how}</span>
        {codes.usualLength !== null && (
          <ShortCodesQuestion
            value={choice.shortCodes}
            count={codes.shortCount}
            length={codes.usualLength}
            onChange={(shortCodes) => change({ shortCodes })}
          />
        )}
        <Uses uses={uses} onUses={onUses} />
      </Stack>
    </Paper>
  );
}

/** The first rows as they stand in the file, with the column of the codes marked. */
function Preview({ looked }: { looked: LookedAt }) {
  const { opened, choice } = looked;
  const columns = Array.from({ length: opened.columns }, (_, at) => at);
  return (
    <div className={styles.preview}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === choice.column ? styles.chosen : undefined}>
                {columnName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {opened.first.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a file have nothing but their place
            <tr key={at} className={at === 0 && choice.hasHeading ? styles.passed : undefined}>
              {columns.map((column) => (
                <td key={column} className={column === choice.column ? styles.chosen : undefined}>
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

const answers = ['leaveOut', 'fillUp', 'keep'] as const satisfies readonly ShortCodes[];

interface ShortCodesQuestionProps {
  readonly value: ShortCodes;
  readonly count: number;
  readonly length: number;
  readonly onChange: (value: ShortCodes) => void;
}

/** Excel drops zeros at the beginning; only the owner knows whether that happened. */
function ShortCodesQuestion({ value, count, length, onChange }: ShortCodesQuestionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Alert color="amber" title={t('coupon.import.short', { count, number: format.number(count), length })}>
      <Radio.Group
        value={value}
        onChange={(chosen) => onChange(answers.find((each) => each === chosen) ?? 'leaveOut')}
      >
        <Stack gap="sm">
          {answers.map((answer) => (
            <Radio key={answer} value={answer} label={t(`coupon.import.shortAnswer.${answer}`, { length })} />
          ))}
        </Stack>
      </Radio.Group>
    </Alert>
  );
}

function Uses({ uses, onUses }: Pick<CodeColumnProps, 'uses' | 'onUses'>) {
  const { t } = useTranslation();
  return (
    <div className={styles.choices}>
      <WholeInput
        label={t('coupon.import.uses')}
        disabled={uses === null}
        value={uses}
        onChange={(count) => onUses(Math.max(1, count ?? 1))}
      />
      <Checkbox
        size="md"
        pb={10}
        label={t('coupon.import.unlimited')}
        checked={uses === null}
        onChange={(event) => onUses(event.currentTarget.checked ? null : 1)}
      />
    </div>
  );
}
