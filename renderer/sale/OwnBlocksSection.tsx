/** The blocks of the shop's own on a receipt: words, lines and codes, each at one of three places. */
import { ActionIcon, Button, Checkbox, Group, Select, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { blockPlaces, mostOwnBlocks, type OwnBlock } from '../../shared/shop/receiptForm.ts';
import { LocalTextField } from '../ui/LocalTextField.tsx';
import { Section } from '../ui/Section.tsx';
import type { ReceiptFormFields } from './ReceiptFormFields.tsx';
import styles from './ReceiptFormPage.module.css';
import { movedBlock, withBlock } from './receiptFormDraft.ts';

const kinds = ['text', 'qr', 'rule'] as const;

export function OwnBlocksSection({ form, errorOf, onChange }: ReceiptFormFields) {
  const { t } = useTranslation();
  const { blocks } = form;
  const setBlocks = (next: OwnBlock[]) => onChange({ blocks: next });
  return (
    <Section title={t('sale.receiptForm.blocks')}>
      {blocks.length === 0 && <Text c="var(--muted)">{t('sale.receiptForm.noBlocks')}</Text>}
      {blocks.map((block, index) => (
        <BlockFields
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name but their place
          key={`${index} ${block.kind}`}
          block={block}
          path={`blocks.${index}`}
          errorOf={errorOf}
          edges={{ isFirst: index === 0, isLast: index === blocks.length - 1 }}
          onChange={(changed) => setBlocks(blocks.map((each, at) => (at === index ? changed : each)))}
          onMove={(by) => setBlocks(movedBlock(blocks, index, by))}
          onRemove={() => setBlocks(blocks.filter((_, at) => at !== index))}
        />
      ))}
      <Group gap="sm">
        {kinds.map((kind) => (
          <Button
            key={kind}
            variant="default"
            leftSection={<IconPlus size={20} aria-hidden="true" />}
            disabled={blocks.length >= mostOwnBlocks}
            onClick={() => setBlocks(withBlock(blocks, kind))}
          >
            {t(`sale.receiptForm.block.${kind}`)}
          </Button>
        ))}
      </Group>
    </Section>
  );
}

interface BlockFieldsProps {
  readonly block: OwnBlock;
  /** Where the block stands in the form, for the words of what is wrong. */
  readonly path: string;
  readonly errorOf: (field: string) => string | undefined;
  readonly edges: { readonly isFirst: boolean; readonly isLast: boolean };
  readonly onChange: (block: OwnBlock) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function BlockFields(props: BlockFieldsProps) {
  const { block, path, errorOf, onChange } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.block}>
      <BlockHead {...props} />
      {block.kind === 'text' && (
        <>
          <LocalTextField
            label={t('sale.receiptForm.words')}
            isLong
            text={block.text}
            error={errorOf(`${path}.text`)}
            onChange={(text) => onChange({ ...block, text })}
          />
          <Checkbox
            size="md"
            label={t('sale.receiptForm.bold')}
            checked={block.isBold}
            onChange={(event) => onChange({ ...block, isBold: event.currentTarget.checked })}
          />
        </>
      )}
      {block.kind === 'qr' && (
        <>
          <TextInput
            label={t('sale.receiptForm.codeText')}
            description={t('sale.receiptForm.codeTextHint')}
            autoComplete="off"
            value={block.data}
            error={errorOf(`${path}.data`)}
            onChange={(event) => onChange({ ...block, data: event.currentTarget.value })}
          />
          <LocalTextField
            label={t('sale.receiptForm.caption')}
            text={block.caption}
            error={errorOf(`${path}.caption`)}
            onChange={(caption) => onChange({ ...block, caption })}
          />
        </>
      )}
    </div>
  );
}

function BlockHead({ block, edges, onChange, onMove, onRemove }: BlockFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.blockHead}>
      <span className={styles.blockName}>{t(`sale.receiptForm.block.${block.kind}`)}</span>
      <Select
        aria-label={t('sale.receiptForm.place')}
        w={200}
        data={blockPlaces.map((place) => ({ value: place, label: t(`sale.receiptForm.at.${place}`) }))}
        value={block.place}
        allowDeselect={false}
        onChange={(chosen) =>
          onChange({ ...block, place: blockPlaces.find((place) => place === chosen) ?? block.place })
        }
      />
      <ActionIcon
        variant="default"
        aria-label={t('sale.receiptForm.up')}
        disabled={edges.isFirst}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={20} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('sale.receiptForm.down')}
        disabled={edges.isLast}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={20} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={t('common.delete')} onClick={onRemove}>
        <IconTrash size={20} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
