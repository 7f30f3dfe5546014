/** What the header of the site uses: its own Apex, and what a site gives its components. */

declare module '@salesforce/community/basePath' {
  /** `/partners`: the path below which the site's pages lie. */
  const basePath: string;
  export default basePath;
}

declare module '@salesforce/apex/NotificationController.getBell' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { BellView } from 'c/coreNotificationBell';
  const method: ApexMethod<void, BellView>;
  export default method;
}
declare module '@salesforce/apex/NotificationController.markRead' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { BellView } from 'c/coreNotificationBell';
  const method: ApexMethod<{ notificationIds: string[] | null }, BellView>;
  export default method;
}
declare module '@salesforce/apex/NotificationController.getPreferences' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { PreferenceRow } from 'c/coreNotificationBell';
  const method: ApexMethod<void, PreferenceRow[]>;
  export default method;
}
declare module '@salesforce/apex/NotificationController.setPreference' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { PreferenceRow } from 'c/coreNotificationBell';
  const method: ApexMethod<{ kind: string; bell: boolean; email: boolean }, PreferenceRow[]>;
  export default method;
}
declare module '@salesforce/apex/NotificationController.getProfile' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ProfileView } from 'c/coreProfileMenu';
  const method: ApexMethod<void, ProfileView>;
  export default method;
}
