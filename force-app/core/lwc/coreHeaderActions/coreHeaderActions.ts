import { LightningElement } from 'lwc';

/** What stands at the end of a site's header: one component, because a region of a site puts its components below each other. */
export default class CoreHeaderActions extends LightningElement {}
