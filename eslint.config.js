import { createRequire } from 'node:module';
import tseslint from 'typescript-eslint';

const lwc = createRequire(import.meta.url)('@salesforce/eslint-config-lwc/recommended-ts.js');
const lwcSources = ['force-app/**/lwc/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '.cache/',
      '.local-org/',
      'coverage/',
      'test-results/',
      'force-app/**/lwc/**/*.js',
      'local-org/tests/**/fixtures/'
    ]
  },
  {
    files: ['inference-service/**/*.ts', 'local-org/**/*.ts', 'scripts/**/*.ts', 'unpackaged/scripts/**/*.ts', 'e2e/**/*.ts'],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { inheritedMethods: false } }],
      '@typescript-eslint/await-thenable': 'error',
      // What was caught may be thrown on as it is.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowThrowingAny: false, allowRethrowing: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'smart'],
      'no-eval': 'error',
      'prefer-const': 'error'
    }
  },
  ...lwc.map((config) => ({ ...config, files: lwcSources })),
  // TypeScript knows which names exist, and that every path of a switch is covered.
  {
    files: lwcSources,
    rules: {
      'no-undef': 'off',
      'no-unused-vars': 'off',
      'no-shadow': 'off',
      'no-use-before-define': 'off',
      'default-case': 'off',
      'import/no-unresolved': 'off',
      'import/named': 'off',
      'no-restricted-globals': 'off',
      'no-void': 'off'
    }
  },
  {
    files: ['force-app/**/__tests__/**/*.ts'],
    rules: {
      'no-await-in-loop': 'off',
      '@lwc/lwc/no-async-operation': 'off',
      '@lwc/lwc/prefer-custom-event': 'off',
      // A test drives a wire adapter itself: Salesforce's own advice for tests.
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off'
    }
  }
);
