import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { platformType } from '../../runtime/types.ts';
import { ApexList } from '../../runtime/values/list.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { queryArguments } from './queries.ts';

/** Rows of a dynamic search: one list per object of its RETURNING clause. */
function query(text: string, ...more: unknown[]): ApexList {
  const { access, binds } = queryArguments(more);
  return current().org.database.searchText(text, binds, access);
}

class SearchResult {
  readonly row: SObject;
  constructor(row: SObject) {
    this.row = row;
  }
}

class SearchResults {
  readonly lists: readonly ApexList[];
  constructor(lists: readonly ApexList[]) {
    this.lists = lists;
  }

  get(objectName: string): ApexList {
    const list = this.lists.find(({ elementType }) => elementType.name.toLowerCase() === objectName.toLowerCase());
    const results = (list?.items ?? []).map((row) => new SearchResult(row as SObject));
    return new ApexList(platformType('Search.SearchResult'), results);
  }
}

defineType({
  name: 'System.Search',
  statics: {
    query,
    find: (text: string, ...more: unknown[]) => new SearchResults(query(text, ...more).items as ApexList[])
  }
});
defineType({
  name: 'Search.SearchResults',
  jsClass: SearchResults,
  methods: { get: (self: SearchResults, name: string) => self.get(name) }
});
defineType({ name: 'Search.SearchResult', jsClass: SearchResult, methods: { 'getSObject/0': (self: SearchResult) => self.row } });
