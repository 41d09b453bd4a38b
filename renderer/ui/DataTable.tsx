/** A plain table for the back office; only the rows in sight are drawn when there are many. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import styles from './DataTable.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand on the right. */
  readonly isFigure?: boolean;
  readonly width?: number | string;
}

export interface DataTableProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Names the table for those who cannot see it. */
  label: string;
  onRow?: (row: Row) => void;
  isSelected?: (row: Row) => boolean;
  /** Shown instead of the table when there are no rows. */
  empty: ReactNode;
  /** Below the last row: the button for more. */
  footer?: ReactNode;
}

const rowHeight = 44;
const drawnWhole = 200;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isLong = rows.length > drawnWhole;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: isLong,
  });
  if (rows.length === 0) return props.empty;
  const inSight = virtual.getVirtualItems();
  const first = isLong ? (inSight[0]?.index ?? 0) : 0;
  const last = isLong ? (inSight.at(-1)?.index ?? 0) : rows.length - 1;
  return (
    <div ref={scroller} className={styles.scroller}>
      <table className={styles.table} aria-label={props.label} aria-rowcount={rows.length}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.isFigure ? styles.figure : undefined}
                style={{ width: column.width }}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={first * rowHeight} columns={columns.length} />
          {rows.slice(first, last + 1).map((row) => (
            <DataRow key={props.rowKey(row)} row={row} {...props} />
          ))}
          <Gap height={(rows.length - 1 - last) * rowHeight} columns={columns.length} />
        </tbody>
      </table>
      {props.footer}
    </div>
  );
}

/** Stands for the rows out of sight, so that the scroll bar tells the truth. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

function DataRow<Row>({ row, columns, onRow, isSelected }: DataTableProps<Row> & { row: Row }) {
  return (
    <tr
      className={onRow === undefined ? undefined : styles.clickable}
      aria-selected={isSelected?.(row)}
      tabIndex={onRow === undefined ? undefined : 0}
      onClick={() => onRow?.(row)}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && (event.key === 'Enter' || event.key === ' ')) {
          event.preventDefault();
          onRow?.(row);
        }
      }}
    >
      {columns.map((column) => (
        <td key={column.key} className={column.isFigure ? `${styles.figure} figures` : undefined}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
