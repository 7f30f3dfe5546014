/** Modules that the portal's build makes up (see ../build/bundles.ts). */
declare module 'portal/registry' {
  export const registry: Readonly<Record<string, () => Promise<{ default: typeof import('lwc').LightningElement }>>>;
}
