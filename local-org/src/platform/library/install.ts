import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { ApexId } from '../../runtime/values/id.ts';

/** System.InstallContext as a test makes it. */
export class InstallContext {
  readonly previousVersion: unknown;
  readonly isPush: boolean;
  constructor(previousVersion: unknown, isPush: boolean) {
    this.previousVersion = previousVersion;
    this.isPush = isPush;
  }
}

defineType({
  name: 'System.InstallContext',
  jsClass: InstallContext,
  methods: {
    installerId: () => ApexId.of(current().user.id),
    organizationId: () => ApexId.of(current().org.id),
    isPush: (self: InstallContext) => self.isPush,
    isUpgrade: (self: InstallContext) => self.previousVersion !== null,
    previousVersion: (self: InstallContext) => self.previousVersion
  }
});
