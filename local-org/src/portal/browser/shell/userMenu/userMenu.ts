import { LightningElement } from 'lwc';
import { context } from 'portal/context';

/** Who is signed in, and the way to become somebody else. */
export default class UserMenu extends LightningElement {
  open = false;

  get name(): string {
    return context.user.name;
  }
  get initials(): string {
    return this.name
      .split(/\s+/)
      .map((part) => part[0] ?? '')
      .slice(0, 2)
      .join('')
      .toUpperCase();
  }
  get detail(): string {
    return context.user.accountName ?? context.user.profile;
  }
  get label(): string {
    return `${this.initials}: user menu of ${this.name}`;
  }
  get expanded(): string {
    return String(this.open);
  }

  toggle(): void {
    this.open = !this.open;
  }

  close(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    this.open = false;
    this.template!.querySelector<HTMLElement>('button')?.focus();
  }
}
