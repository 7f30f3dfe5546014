import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startProduct } from '../scripts/lib/product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a stopped product with the sample data; every test file works on a copy. */
    sampleData: string;
  }
}

/** Loads the sample data once for all test files. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'partner-portal-sample-'));
  const product = await startProduct({ folder, port: 0, servicePort: 0, report: () => {} });
  await product.stop();
  project.provide('sampleData', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
