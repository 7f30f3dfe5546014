/** What the server knows about this page and its user; written into the page as data, so nothing is executed inline. */
export interface PageContext {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly profile: string;
    readonly accountName: string | null;
    readonly timeZone: string;
    readonly isGuest: boolean;
  };
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  /** The shell to start: an Experience Cloud site or Lightning Experience. */
  readonly shell: 'site' | 'lightning';
  readonly site?: { readonly id: string; readonly name: string; readonly basePath: string };
  readonly app?: string;
}
