import { dml } from '../../database/dml/statement.ts';
import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { SOBJECT } from '../../runtime/types.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { QueryLocator } from '../async/query-locator.ts';
import { PageReference, recordPage } from './page-reference.ts';

/** The controller behind a page for one record. It works on the row it was given, as in a test. */
class StandardController {
  readonly record: SObject;

  constructor(record: SObject) {
    this.record = record;
  }
}

function listPage(row: SObject): PageReference {
  return new PageReference(`/${current().org.model.objects.get(row.objectName.toLowerCase())?.keyPrefix ?? ''}/o`);
}

defineType({
  name: 'ApexPages.StandardController',
  jsClass: StandardController,
  constructors: {
    '*': (_type: unknown, row: SObject | null) =>
      new StandardController(row ?? throwApex('System.NullPointerException', 'Attempt to de-reference a null object'))
  },
  methods: {
    // The row stays as the test made it: there is no page whose fields would be read.
    addFields: () => null,
    cancel: ({ record }: StandardController) => (record.get('Id') === null ? listPage(record) : recordPage(record)),
    delete: ({ record }: StandardController) => {
      dml('delete', record);
      return listPage(record);
    },
    edit: ({ record }: StandardController) => recordPage(record, '/e'),
    getId: ({ record }: StandardController) => {
      const id = record.get('Id');
      return id instanceof ApexId ? id.value : null;
    },
    getRecord: ({ record }: StandardController) => record,
    save: ({ record }: StandardController) => {
      dml(record.get('Id') === null ? 'insert' : 'update', record);
      return recordPage(record);
    },
    view: ({ record }: StandardController) => recordPage(record)
  }
});

const DEFAULT_PAGE_SIZE = 20;

/** The controller behind a page for a list of records, a page at a time. */
class StandardSetController {
  readonly rows: ApexList;
  readonly prototypeRow: SObject;
  selected: ApexList;
  pageSize = DEFAULT_PAGE_SIZE;
  pageNumber = 1;
  filterId: string | null = null;

  constructor(source: ApexList | QueryLocator) {
    this.rows = source instanceof QueryLocator ? source.rows() : source;
    const [first] = this.rows.items;
    this.prototypeRow = new SObject(first instanceof SObject ? first.objectName : this.rows.elementType.name);
    this.selected = new ApexList(SOBJECT);
  }

  get pages(): number {
    return Math.max(1, Math.ceil(this.rows.items.length / this.pageSize));
  }

  records(): ApexList {
    const start = (this.pageNumber - 1) * this.pageSize;
    return new ApexList(this.rows.elementType, this.rows.items.slice(start, start + this.pageSize));
  }

  goTo(page: number): null {
    this.pageNumber = Math.min(Math.max(page, 1), this.pages);
    return null;
  }
}

defineType({
  name: 'ApexPages.StandardSetController',
  jsClass: StandardSetController,
  constructors: {
    '*': (_type: unknown, source: ApexList | QueryLocator | null) =>
      new StandardSetController(source ?? throwApex('System.NullPointerException', 'Attempt to de-reference a null object'))
  },
  methods: {
    addFields: () => null,
    cancel: ({ prototypeRow }: StandardSetController) => listPage(prototypeRow),
    first: (self: StandardSetController) => self.goTo(1),
    last: (self: StandardSetController) => self.goTo(self.pages),
    next: (self: StandardSetController) => self.goTo(self.pageNumber + 1),
    previous: (self: StandardSetController) => self.goTo(self.pageNumber - 1),
    getCompleteResult: () => true,
    getFilterId: (self: StandardSetController) => self.filterId,
    setFilterId: (self: StandardSetController, filterId: string | null) => {
      self.filterId = filterId;
      return null;
    },
    getHasNext: (self: StandardSetController) => self.pageNumber < self.pages,
    getHasPrevious: (self: StandardSetController) => self.pageNumber > 1,
    getPageNumber: (self: StandardSetController) => self.pageNumber,
    setPageNumber: (self: StandardSetController, page: number) => self.goTo(page),
    getPageSize: (self: StandardSetController) => self.pageSize,
    setPageSize: (self: StandardSetController, size: number) => {
      self.pageSize = size;
      return self.goTo(self.pageNumber);
    },
    getRecord: (self: StandardSetController) => self.prototypeRow,
    getRecords: (self: StandardSetController) => self.records(),
    getResultSize: (self: StandardSetController) => self.rows.items.length,
    getSelected: (self: StandardSetController) => self.selected,
    setSelected: (self: StandardSetController, rows: ApexList) => {
      self.selected = rows;
      return null;
    },
    save: (self: StandardSetController) => {
      dml('update', self.rows);
      return listPage(self.prototypeRow);
    }
  }
});
