/** Modules that the portal's build provides (see ../build/modules.ts). */
declare module 'portal/registry' {
  export const registry: Readonly<Record<string, () => Promise<{ default: typeof import('lwc').LightningElement }>>>;
}
declare module 'portal/context' {
  export * from './platform/context.ts';
}
declare module '*.html' {
  const template: object;
  export default template;
}
