import { current } from '../../runtime/execution.ts';
import { defineFamily, defineType } from '../../runtime/library.ts';
import { STRING, listOf, platformType } from '../../runtime/types.ts';
import { unsupported } from '../../runtime/unsupported.ts';
import { requireArgument, throwApex } from '../../runtime/values/exception.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { loadPlatformTypes } from '../../types/platform-types.ts';
import type { PlatformType } from '../../types/platform-types.ts';
import { fieldProperties } from './members.ts';

type Component = Readonly<Record<string, unknown>>;

/** Metadata.DeployContainer: what a deployment would carry. */
class DeployContainer {
  readonly components: Component[] = [];
}

const METADATA = platformType('Metadata.Metadata');

function removeWhere(container: DeployContainer, matches: (component: Component) => boolean): boolean {
  const index = container.components.findIndex(matches);
  if (index >= 0) container.components.splice(index, 1);
  return index >= 0;
}

defineType({
  name: 'Metadata.DeployContainer',
  jsClass: DeployContainer,
  constructors: { '()': () => new DeployContainer() },
  methods: {
    addMetadata: (self: DeployContainer, component: Component) => {
      self.components.push(requireArgument(component));
      return null;
    },
    getMetadata: (self: DeployContainer) => new ApexList(METADATA, [...self.components]),
    removeMetadata: (self: DeployContainer, component: Component) => removeWhere(self, (each) => each === component),
    removeMetadataByFullName: (self: DeployContainer, name: string) => removeWhere(self, (each) => each['fullName'] === name)
  }
});

defineType({
  name: 'Metadata.Operations',
  statics: {
    // The platform refuses this in tests; here the source folder is the deployment.
    enqueueDeployment: () =>
      current().isTest
        ? throwApex('System.AsyncException', 'Metadata cannot be deployed from within a test')
        : unsupported('Metadata.Operations.enqueueDeployment')
  }
});

/** Lists of a component are there from the start: `component.values.add(…)`. */
function emptyLists({ properties }: PlatformType): Record<string, ApexList> {
  return Object.fromEntries(
    properties.flatMap(({ name, type }) => {
      const element = /^System\.List<(.+)>$/.exec(type)?.[1];
      if (element === undefined) return [];
      const elementType = element === 'System.String' ? STRING : platformType(element);
      return [[name, new ApexList(listOf(elementType).args[0]!, [])]];
    })
  );
}

/** The rest of the namespace describes components and the outcome of a deployment: classes that only carry data. */
defineFamily('Metadata.', (key) => {
  const declared = loadPlatformTypes().get(key);
  if (declared?.kind !== 'class') return null;
  class Data {
    constructor() {
      Object.assign(this, emptyLists(declared!));
    }
  }
  return {
    name: declared.name,
    jsClass: Data,
    properties: fieldProperties(...declared.properties.map((property) => property.name)),
    constructors: { '()': () => new Data() },
    ...(declared.name === 'Metadata.DeployCallbackContext' ? { methods: { getCallbackJobId: () => null } } : {})
  };
});
