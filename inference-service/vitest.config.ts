import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'bench/**/*.test.ts'],
    // Tests open and end embedded databases by the dozen, on which V8's bookkeeping of protected code pages ends the
    // process where the processor has such protection (nodejs/node#64500). The service opens one.
    execArgv: ['--no-memory-protection-keys'],
    // Databases and trainings are real; on a busy machine they take their time.
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
});
