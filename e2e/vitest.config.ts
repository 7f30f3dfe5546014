import { defineConfig } from 'vitest/config';

// One product and one browser at a time: the tests share a machine with what they test.
export default defineConfig({
  test: { globalSetup: './sample-data.ts', fileParallelism: false, testTimeout: 60_000, hookTimeout: 180_000 }
});
