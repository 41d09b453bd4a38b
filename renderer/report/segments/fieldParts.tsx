/** The kinds of fields of which the conditions of a group are made: a range, a time back, one or several of some. */
import { Chip, Group, Input, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WholeInput } from '../../ui/WholeInput.tsx';
import styles from './segments.module.css';

export interface RangeProps {
  readonly from: number | null;
  readonly to: number | null;
  readonly unit?: string;
  readonly onChange: (range: { from: number | null; to: number | null }) => void;
}

/** From and to, both meant; an empty end is open. */
export function RangeFields({ from, to, unit, onChange }: RangeProps) {
  const { t } = useTranslation();
  return (
    <>
      <WholeInput
        className={styles.figure ?? ''}
        label={t('report.segment.field.from')}
        unit={unit}
        value={from}
        onChange={(value) => onChange({ from: value, to })}
      />
      <WholeInput
        className={styles.figure ?? ''}
        label={t('report.segment.field.to')}
        unit={unit}
        value={to}
        onChange={(value) => onChange({ from, to: value })}
      />
    </>
  );
}

/** So many days back; empty is all the time that the shop knows. */
export function WindowField(props: { value: number | null; onChange: (days: number | null) => void }) {
  const { t } = useTranslation();
  return (
    <WholeInput
      className={styles.window ?? ''}
      label={t('report.segment.field.within')}
      placeholder={t('report.segment.field.always')}
      unit={t('report.segment.unit.days')}
      mostDigits={4}
      value={props.value === 0 ? null : props.value}
      onChange={props.onChange}
    />
  );
}

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** Several of a few: each is a key of its own. */
export function SeveralOf<Value extends string>(props: {
  label: string;
  /** Where the condition's own name says the same. */
  isLabelHidden?: boolean;
  options: readonly Option<Value>[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
}) {
  const { options, value } = props;
  const choose = (chosen: string[]) =>
    props.onChange(options.map((option) => option.value).filter((each) => chosen.includes(each)));
  return (
    <Input.Wrapper label={props.isLabelHidden === true ? undefined : props.label} labelElement="div">
      <Chip.Group multiple value={[...value]} onChange={choose}>
        <Group gap="xs" role="group" aria-label={props.label}>
          {options.map((option) => (
            <Chip
              key={option.value}
              value={option.value}
              size="md"
              radius="md"
              classNames={{ label: styles.chip ?? '' }}
            >
              {option.label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}

/** One of two or three. */
export function OneOf<Value extends string>(props: {
  label: string;
  /** Where the condition's own name says the same. */
  isLabelHidden?: boolean;
  options: readonly Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  return (
    <Input.Wrapper label={props.isLabelHidden === true ? undefined : props.label} labelElement="div">
      <div>
        <SegmentedControl
          aria-label={props.label}
          data={[...props.options]}
          value={props.value}
          onChange={(value) => props.onChange(value as Value)}
        />
      </div>
    </Input.Wrapper>
  );
}
