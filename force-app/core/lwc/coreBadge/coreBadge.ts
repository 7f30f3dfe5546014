import { LightningElement, api } from 'lwc';
import type { Tone } from 'c/coreTypes';

const THEMES: Readonly<Record<Tone, string>> = {
  neutral: '',
  info: 'slds-badge_lightest',
  success: 'slds-theme_success',
  warning: 'slds-theme_warning',
  error: 'slds-theme_error'
};
const ICONS: Readonly<Record<Tone, string>> = {
  neutral: '',
  info: 'utility:info',
  success: 'utility:success',
  warning: 'utility:warning',
  error: 'utility:error'
};
/** Themes whose text is light. */
const DARK: readonly Tone[] = ['success', 'error'];

/** A status: its text says it, colour and icon only help to find it. */
export default class CoreBadge extends LightningElement {
  @api label?: string | null;
  @api tone: Tone = 'neutral';
  /** An SLDS icon such as `utility:clock`, instead of the one that goes with the tone. */
  @api icon?: string;

  get badgeClass(): string {
    return `slds-badge ${THEMES[this.tone]}`.trim();
  }

  get iconName(): string {
    return this.icon ?? ICONS[this.tone];
  }

  get iconVariant(): string {
    return DARK.includes(this.tone) ? 'inverse' : '';
  }
}
