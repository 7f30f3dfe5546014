import type { QueueColumn, QueueRow } from 'c/coreTypes';
import { labels } from 'c/coreLabels';
import { format } from 'c/coreFormat';

export interface Cell {
  readonly key: string;
  readonly label: string;
  readonly class: string;
  readonly value: unknown;
  readonly text: string;
  readonly isName: boolean;
  readonly isText: boolean;
  readonly isNumber: boolean;
  readonly isCurrency: boolean;
  readonly isDate: boolean;
  readonly isExactDate: boolean;
  readonly isBadge: boolean;
  readonly currency: string;
  readonly tone: unknown;
  readonly icon: unknown;
}

export interface Row {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly selected: boolean;
  readonly selectLabel: string;
  readonly takeOutLabel: string;
  readonly cells: readonly Cell[];
  readonly deciding: readonly Cell[];
}

export interface Header extends QueueColumn {
  readonly class: string;
  readonly isName: boolean;
  readonly ariaSort: 'ascending' | 'descending' | null;
  readonly sortLabel: string;
  readonly sortIcon: string;
}

const NUMBERS: readonly QueueColumn['kind'][] = ['number', 'currency'];
const NOTHING = '–';

export function headers(columns: readonly QueueColumn[], sort: string, descending: boolean): Header[] {
  return columns.map((column) => {
    const sorted = column.name === sort && Boolean(column.sortable);
    return {
      ...column,
      isName: column.kind === 'link',
      class: NUMBERS.includes(column.kind) ? 'cell cell_number' : 'cell',
      ariaSort: sorted ? (descending ? 'descending' : 'ascending') : null,
      sortLabel: format(labels.queueSort, column.label),
      sortIcon: sorted ? (descending ? 'utility:arrowdown' : 'utility:arrowup') : 'utility:sort'
    };
  });
}

export function toRow(row: QueueRow, columns: readonly QueueColumn[], selected: boolean, url: string): Row {
  const cells = columns.map((column) => toCell(row, column));
  const name = cells.find(({ isName }) => isName)?.text ?? row.id;
  return {
    id: row.id,
    url,
    name,
    selected,
    selectLabel: format(labels.queueSelect, name),
    takeOutLabel: format(labels.queueTakeOut, name),
    cells,
    deciding: cells.filter((_, index) => columns[index]?.decides)
  };
}

function toCell(row: QueueRow, column: QueueColumn): Cell {
  const value = row[column.name];
  const given = value !== null && value !== undefined && value !== '';
  const kind = given || column.kind === 'link' ? column.kind : 'text';
  const classes = ['cell'];
  if (NUMBERS.includes(column.kind)) classes.push('cell_number');
  if (column.decides) classes.push('cell_decides');
  return {
    key: `${row.id}-${column.name}`,
    label: column.label,
    class: classes.join(' '),
    value,
    text: given ? String(value) : column.kind === 'link' ? row.id : NOTHING,
    isName: kind === 'link',
    isText: kind === 'text',
    isNumber: kind === 'number',
    isCurrency: kind === 'currency',
    isDate: kind === 'date',
    isExactDate: kind === 'exactDate',
    isBadge: kind === 'badge',
    currency: String((column.currencyField && row[column.currencyField]) ?? ''),
    tone: (column.toneField && row[column.toneField]) ?? 'neutral',
    icon: column.iconField ? row[column.iconField] : undefined
  };
}
