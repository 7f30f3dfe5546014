import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'bench/**/*.test.ts'],
    // Databases and trainings are real; on a busy machine they take their time.
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
});
