import { LightningElement } from 'lwc';
import basePath from '@salesforce/community/basePath';
import getProfile from '@salesforce/apex/NotificationController.getProfile';
import { labels } from 'c/coreSiteLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format } from 'c/coreFormat';

export interface ProfileView {
  readonly name: string;
  readonly company: string | null;
  /** As the platform gives it; null where it gives none. */
  readonly logoutUrl: string | null;
}

/** Who is signed in, and the way out: a site on Lightning Web Runtime brings neither. Logging out works even when nothing else does. */
export default class CoreProfileMenu extends LightningElement {
  readonly labels = labels;
  isOpen = false;
  profile: ProfileView | null = null;
  problem = '';

  connectedCallback(): void {
    void this.load();
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get initials(): string {
    const words = (this.profile?.name ?? '').split(/\s+/).filter(Boolean);
    return words
      .slice(0, 2)
      .map((word) => [...word][0])
      .join('')
      .toUpperCase();
  }

  get buttonLabel(): string {
    // The visible initials come first, so that the spoken name holds what is seen.
    return `${this.initials} ${format(labels.profileMenu, this.profile?.name ?? '')}`.trim();
  }

  /** Where the platform gives no address, the one it documents: the site's path, without the `/s` of older sites. */
  get logoutUrl(): string {
    return this.profile?.logoutUrl ?? `${basePath.replace(/\/s$/, '')}/secur/logout.jsp`;
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.isOpen) return;
    event.stopPropagation();
    this.isOpen = false;
    this.template?.querySelector<HTMLElement>('button')?.focus();
  }

  private async load(): Promise<void> {
    try {
      this.profile = await getProfile();
    } catch (error) {
      this.problem = errorMessage(error, coreLabels.stateUnknownError);
    }
  }
}
