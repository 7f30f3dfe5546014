import { toDisplayString } from '../../runtime/convert.ts';
import { defineType } from '../../runtime/library.ts';
import { platformType } from '../../runtime/types.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { fieldProperties } from './members.ts';

/** VisualEditor.DataRow: an entry of a picklist in the page editor. */
class DataRow {
  readonly label: string | null;
  readonly value: unknown;
  readonly selected: boolean;
  constructor(label: string | null, value: unknown, selected = false) {
    this.label = label;
    this.value = value;
    this.selected = selected;
  }
}

/** VisualEditor.DynamicPickListRows. */
class DynamicPickListRows {
  rows: DataRow[];
  containsAllRows: boolean;
  constructor(rows: readonly DataRow[] = [], containsAllRows = false) {
    this.rows = [...rows];
    this.containsAllRows = containsAllRows;
  }
}

class DesignTimePageContext {}

const ROW = platformType('VisualEditor.DataRow');
const compare = (left: DataRow, right: DataRow): number => (left.label ?? '').localeCompare(right.label ?? '');

defineType({
  name: 'VisualEditor.DataRow',
  jsClass: DataRow,
  constructors: { '*': (_, ...given: never[]) => new DataRow(...(given as unknown as ConstructorParameters<typeof DataRow>)) },
  methods: {
    compareTo: compare,
    getLabel: (self: DataRow) => self.label,
    getValue: (self: DataRow) => self.value,
    isSelected: (self: DataRow) => self.selected
  }
});

defineType({
  name: 'VisualEditor.DynamicPickListRows',
  jsClass: DynamicPickListRows,
  constructors: {
    '*': (_, rows?: ApexList, all?: boolean) => new DynamicPickListRows((rows?.items ?? []) as DataRow[], all)
  },
  methods: {
    addAllRows: (self: DynamicPickListRows, rows: ApexList) => void self.rows.push(...(rows.items as DataRow[])),
    addRow: (self: DynamicPickListRows, row: DataRow) => void self.rows.push(row),
    containsAllRows: (self: DynamicPickListRows) => self.containsAllRows,
    get: (self: DynamicPickListRows, index: number) => new ApexList(ROW, self.rows).get(index),
    getDataRows: (self: DynamicPickListRows) => new ApexList(ROW, [...self.rows]),
    setContainsAllRows: (self: DynamicPickListRows, all: boolean) => {
      self.containsAllRows = all;
    },
    size: (self: DynamicPickListRows) => self.rows.length,
    sort: (self: DynamicPickListRows) => void self.rows.sort(compare)
  }
});

// A picklist is a class of the project; this is what it need not say.
defineType({
  name: 'VisualEditor.DynamicPickList',
  methods: { isValid: () => true, getLabel: (_self: unknown, value: unknown) => (value === null ? null : toDisplayString(value)) }
});
defineType({
  name: 'VisualEditor.DesignTimePageContext',
  jsClass: DesignTimePageContext,
  constructors: { '()': () => new DesignTimePageContext() },
  properties: fieldProperties('entityName', 'pageType')
});
