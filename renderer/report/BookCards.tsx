/** The tables of the books as cards, two beside each other; each tells how it is worked out. */
import { Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import styles from './BookCards.module.css';
import { type BookBlock, type BookRow, cellText } from './bookBlock.ts';

export function BookCards({ blocks }: { blocks: readonly BookBlock[] }) {
  const wide = blocks.filter(({ isWide }) => isWide);
  const narrow = blocks.filter(({ isWide }) => !isWide);
  return (
    <>
      {wide.map((block) => (
        <BookCard key={block.key} block={block} />
      ))}
      <div className={styles.columns}>
        {narrow.map((block) => (
          <BookCard key={block.key} block={block} />
        ))}
      </div>
    </>
  );
}

export function BookCard({ block }: { block: BookBlock }) {
  const { t } = useTranslation();
  return (
    <section className={styles.card} aria-label={block.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{block.title}</h2>
        {block.formula !== undefined && (
          <Tooltip
            label={block.formula}
            events={{ hover: true, focus: true, touch: true }}
            maw={420}
            multiline
          >
            <UnstyledButton className={styles.formula} aria-label={`${t('ui.formula')}: ${block.title}`}>
              ?
            </UnstyledButton>
          </Tooltip>
        )}
      </div>
      <BlockTable block={block} />
      {block.note !== undefined && <p className={styles.note}>{block.note}</p>}
    </section>
  );
}

function BlockTable({ block }: { block: BookBlock }) {
  return (
    <table className={styles.table}>
      {block.headers !== undefined && (
        <thead>
          <tr>
            {block.headers.map((header, place) => (
              <th key={header} scope="col" className={place < block.words ? undefined : styles.figure}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {block.rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same, and none ever moves
          <Row key={place} row={row} words={block.words} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, words }: { row: BookRow; words: number }) {
  const format = useFormat();
  const kind = row.isTotal ? styles.total : row.isPart ? styles.part : undefined;
  return (
    <tr className={kind}>
      {row.cells.map((cell, place) =>
        place === 0 ? (
          <th key="name" scope="row">
            {cellText(cell, format)}
          </th>
        ) : (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={place}
            className={place < words ? undefined : `${styles.figure} figures`}
          >
            {cellText(cell, format)}
          </td>
        ),
      )}
    </tr>
  );
}
