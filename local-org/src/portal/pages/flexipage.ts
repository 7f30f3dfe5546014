import type { Component, XmlObject } from '../../metadata/model.ts';
import { xmlChild, xmlList, xmlObjects, xmlText } from '../../metadata/xml.ts';
import type { ComponentNode, RegionNode } from './node.ts';

/** Turns FlexiPage metadata into a page tree: facets move to the component whose property names them. */
export function flexiPageNode(page: Component): ComponentNode {
  const regions = xmlObjects(page.body, 'flexiPageRegions');
  const facets = new Map(
    regions.filter((region) => xmlText(region, 'type') === 'Facet').map((region) => [xmlText(region, 'name') ?? '', region])
  );
  const template = xmlText(xmlChild(page.body, 'template'), 'name') ?? xmlText(page.body, 'pageTemplate');
  if (!template) throw new Error(`FlexiPage ${page.name} names no template`);
  return {
    id: page.name,
    type: 'component',
    definition: template,
    children: regions.filter((region) => xmlText(region, 'type') !== 'Facet').map((region) => regionNode(page.name, region, facets))
  };
}

function regionNode(
  page: string,
  region: XmlObject,
  facets: ReadonlyMap<string, XmlObject>,
  name = xmlText(region, 'name') ?? ''
): RegionNode {
  const children = xmlObjects(region, 'itemInstances').flatMap((item) => {
    const component = xmlChild(item, 'componentInstance');
    if (component) return [componentNode(page, component, facets)];
    if (xmlChild(item, 'fieldInstance')) throw new Error(`FlexiPage ${page}: Dynamic Forms fields are not supported by the local org`);
    return [];
  });
  return { id: `${page}.${xmlText(region, 'name') ?? name}`, type: 'region', name, children };
}

function componentNode(page: string, component: XmlObject, facets: ReadonlyMap<string, XmlObject>): ComponentNode {
  const name = xmlText(component, 'componentName') ?? '';
  const identifier = xmlText(component, 'identifier') ?? name;
  if (xmlChild(component, 'visibilityRule'))
    throw new Error(`FlexiPage ${page}: the visibility rule of ${identifier} is not supported by the local org`);
  const attributes: Record<string, unknown> = {};
  const children: RegionNode[] = [];
  for (const property of xmlObjects(component, 'componentInstanceProperties')) {
    const key = xmlText(property, 'name') ?? '';
    const value = propertyValue(property);
    const facet = typeof value === 'string' ? facets.get(value) : undefined;
    if (facet) children.push(regionNode(page, facet, facets, key));
    else attributes[key] = value;
  }
  return { id: `${page}.${identifier}`, type: 'component', definition: name.includes(':') ? name : `c:${name}`, attributes, children };
}

/** Properties are text in metadata; components declare booleans and numbers. */
function propertyValue(property: XmlObject): unknown {
  const list = xmlChild(property, 'valueList');
  if (list) return xmlObjects(list, 'valueListItems').map((item) => xmlText(item, 'value'));
  const text = xmlText(property, 'value') ?? (xmlList(property, 'value').length > 0 ? '' : null);
  if (text === 'true' || text === 'false') return text === 'true';
  return text;
}
