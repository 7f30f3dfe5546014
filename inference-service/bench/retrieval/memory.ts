// The resident memory of a process that holds nothing but the index of a large library; started by the bench, prints GiB.
import { analyse, ContentIndex } from '../../src/retrieval/index.ts';
import { readCollection } from './collections.ts';
import { library } from './library.ts';

const index = new ContentIndex();
for (const item of library(readCollection(process.argv[2]!, 'scifact').documents)) index.put(analyse(item));
globalThis.gc?.();
console.log(process.memoryUsage().rss / 2 ** 30, index.size);
