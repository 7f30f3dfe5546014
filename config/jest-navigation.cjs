/** Stands in for lightning/navigation in component tests: remembers where the last navigation went, and says which page it is. */
const { createTestWireAdapter } = require('@salesforce/wire-service-jest-util');

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');
let last = null;

const NavigationMixin = (Base) =>
  class extends Base {
    [Navigate](page, replace = false) {
      last = { ...page, replace };
      return Promise.resolve();
    }
    [GenerateUrl](page) {
      return Promise.resolve(`/${page.attributes?.recordId ?? page.attributes?.name ?? ''}`);
    }
  };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

module.exports = { NavigationMixin, CurrentPageReference: createTestWireAdapter(), lastNavigation: () => last };
