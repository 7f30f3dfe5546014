import { LightningElement, api } from 'lwc';
import { context } from 'portal/context';
import { refusedOnSites, registry } from 'portal/registry';
import { native } from 'shell/natives';
import type { ComponentNode } from '../../../pages/node.ts';
import type { PageScope } from '../types.ts';

type Constructor = typeof LightningElement;

/**
 * One component of a page: the org's own by name, or the shell's part that stands for a native one. A component the local
 * org does not have is shown as such, by name: never a silent gap.
 */
export default class Placed extends LightningElement {
  constructorOf: Constructor | null = null;
  failure: string | null = null;
  private _node: ComponentNode | undefined;

  @api scope!: PageScope;

  @api
  get node(): ComponentNode | undefined {
    return this._node;
  }
  set node(node: ComponentNode | undefined) {
    const changed = node?.definition !== this._node?.definition;
    this._node = node;
    if (node && changed) void this.load(node.definition);
  }

  get isNative(): boolean {
    return this._node !== undefined && native(this._node.definition) !== undefined;
  }

  /** Own components get their attributes and, on a record page, the record; native ones the node itself. */
  get properties(): Record<string, unknown> {
    if (this.isNative) return { node: this._node, scope: this.scope };
    const { recordId, objectApiName } = this.scope;
    const given = Object.entries(this._node?.attributes ?? {}).filter(([name]) => name !== 'dxpStyle');
    return {
      ...(recordId ? { recordId, objectApiName } : {}),
      ...Object.fromEntries(given.map(([name, value]) => [name, this.bound(value)]))
    };
  }

  get failureTitle(): string {
    return `${this._node?.definition ?? 'A component'} cannot be shown`;
  }

  private bound(value: unknown): unknown {
    if (value === '{!recordId}') return this.scope.recordId;
    return value === '{!objectApiName}' ? this.scope.objectApiName : value;
  }

  private async load(definition: string): Promise<void> {
    this.failure = null;
    try {
      this.constructorOf = native(definition) ?? (await this.own(definition));
    } catch (error) {
      this.constructorOf = null;
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  private async own(definition: string): Promise<Constructor> {
    // The platform would load it and leave it silent or broken: here it is said.
    const refused = context.shell === 'site' ? refusedOnSites[definition] : undefined;
    if (refused) throw new Error(refused);
    const load = registry[definition];
    if (!load) throw new Error(`The local org has no component ${definition}.`);
    return (await load()).default;
  }

  /** One broken component must not take the page with it. */
  errorCallback(error: Error): void {
    console.error(error);
    this.constructorOf = null;
    this.failure = error.message;
  }
}
