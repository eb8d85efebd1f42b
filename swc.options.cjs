/** How TypeScript becomes JavaScript, for the build and for the tests alike. Types are checked apart: `npm run check`. */
module.exports = {
  swcrc: false,
  configFile: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false },
  },
  module: { type: 'commonjs' },
};
