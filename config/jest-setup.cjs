const { setup } = require('@sa11y/jest');

// Adds toBeAccessible(), which runs axe over what a component rendered.
setup();
