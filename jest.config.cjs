const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
  ...jestConfig,
  coverageProvider: 'v8',
  // Sources are TypeScript; what is tested is the JavaScript compiled from it, which is also what deploys.
  testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.js'],
  moduleFileExtensions: ['js', 'json', 'html', 'css', 'cjs'],
  // The stub that comes with the runner cannot say where a component navigated to.
  moduleNameMapper: { '^lightning/navigation$': '<rootDir>/config/jest-navigation.cjs' },
  modulePathIgnorePatterns: ['<rootDir>/.cache/', '<rootDir>/.local-org/'],
  setupFilesAfterEnv: [...(jestConfig.setupFilesAfterEnv ?? []), '<rootDir>/config/jest-setup.cjs']
};
