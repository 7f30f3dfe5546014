import { LightningElement, api } from 'lwc';

/** When something happened or will happen: day and minute, in the person's own time zone. A plain date has none: use the base component. */
export default class CoreMoment extends LightningElement {
  /** ISO 8601 with a time zone. */
  @api value?: string | null;
}
