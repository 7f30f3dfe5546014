/** Modules that the portal's build makes up (see ../build/bundles.ts). */
declare module 'portal/registry' {
  import type { LightningElement } from 'lwc';
  export const registry: Readonly<Record<string, () => Promise<{ default: typeof LightningElement }>>>;
  /** Why a component cannot stand on a site: what it, or something below it, imports does not exist there. */
  export const refusedOnSites: Readonly<Record<string, string>>;
}
