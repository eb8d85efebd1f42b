/** Test files run in parallel, each on a database of its own (test/support/database.ts). */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  globalSetup: '<rootDir>/test/support/globalSetup.ts',
  globalTeardown: '<rootDir>/test/support/globalTeardown.ts',
  maxWorkers: '100%',
  testTimeout: 60_000,
  // Packages that come as ECMAScript modules alone.
  transformIgnorePatterns: ['/node_modules/(?!(hyparquet|hyparquet-writer)/)'],
  // What is loaded late is named as Node wants it: by the file that it becomes.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\.ts$|/node_modules/hyparquet.*\.js$': ['@swc/jest', require('./swc.options.cjs')],
  },
};
