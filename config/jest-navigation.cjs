/** Stands in for lightning/navigation in component tests and remembers where the last navigation went. */
const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');
let last = null;

const NavigationMixin = (Base) =>
  class extends Base {
    [Navigate](page) {
      last = page;
      return Promise.resolve();
    }
    [GenerateUrl](page) {
      return Promise.resolve(`/${page.attributes?.recordId ?? page.attributes?.name ?? ''}`);
    }
  };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

module.exports = { NavigationMixin, CurrentPageReference: { adapter: class {} }, lastNavigation: () => last };
