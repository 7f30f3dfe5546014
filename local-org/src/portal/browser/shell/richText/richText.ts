import { LightningElement, api } from 'lwc';
import type { ComponentNode } from '../../../pages/node.ts';
import type { PageScope } from '../types.ts';

/** Text written in the site or app builder; the base component removes anything that could run. */
export default class RichText extends LightningElement {
  @api node!: ComponentNode;
  @api scope!: PageScope;

  get text(): string {
    return String(this.node.attributes?.richTextValue ?? this.node.attributes?.richText ?? '');
  }
}
