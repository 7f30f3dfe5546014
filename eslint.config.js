import { createRequire } from 'node:module';
import tseslint from 'typescript-eslint';

const lwc = createRequire(import.meta.url)('@salesforce/eslint-config-lwc/recommended-ts.js');
const lwcSources = ['force-app/**/lwc/**/*.ts'];

export default tseslint.config(
  { ignores: ['**/node_modules/', '.cache/', '.local-org/', 'coverage/', 'test-results/', 'force-app/**/lwc/**/*.js'] },
  {
    files: ['inference-service/**/*.ts', 'local-org/**/*.ts', 'scripts/**/*.ts', 'unpackaged/scripts/**/*.ts', 'e2e/**/*.ts'],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'prefer-const': 'error'
    }
  },
  ...lwc.map((config) => ({ ...config, files: lwcSources }))
);
