/**
 * A page as both shells render it: a tree of components with named regions. A site's views and theme layouts are stored
 * in this form; a FlexiPage is turned into it.
 */
export interface ComponentNode {
  readonly id: string;
  readonly type: 'component';
  /** `c:dealForm`, `community_layout:section`, `force:highlightsPanel`. */
  readonly definition: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly children?: readonly RegionNode[];
}

export interface RegionNode {
  readonly id: string;
  readonly type: 'region';
  readonly name: string;
  readonly title?: string;
  readonly children?: readonly ComponentNode[];
}

export function regionNamed(node: ComponentNode, name: string): RegionNode | undefined {
  return node.children?.find((region) => region.name === name);
}

/** Every component of a tree, in document order. */
export function* componentsOf(node: ComponentNode): Generator<ComponentNode> {
  yield node;
  for (const region of node.children ?? []) {
    for (const child of region.children ?? []) yield* componentsOf(child);
  }
}
