import { defineType } from '../library.ts';
import { platformType } from '../types.ts';
import { enumConstant } from '../values/enum.ts';
import { requireArgument, throwApex } from '../values/exception.ts';
import { ApexList } from '../values/list.ts';
import { parseXmlNodes, writeXml, XmlTree } from './xml-tree.ts';
import type { XmlAttribute } from './xml-tree.ts';

/** Dom.Document. */
class XmlDocument {
  root: XmlTree | null = null;
}

const NODE = platformType('dom.XmlNode');
const nodes = (items: readonly XmlTree[]): ApexList => new ApexList(NODE, [...items]);
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

function element(name: string, namespace: string | null, prefix: string | null, parent: XmlTree | null): XmlTree {
  const node = new XmlTree('ELEMENT', requireArgument(name));
  parent?.append(node);
  node.prefix = prefix ?? '';
  node.namespace = namespace === '' ? null : namespace;
  // Declared where it is not known already.
  if (node.namespace !== null && node.namespaceOf(node.prefix) !== node.namespace) node.declared.set(node.prefix, node.namespace);
  return node;
}

defineType({
  name: 'dom.Document',
  jsClass: XmlDocument,
  constructors: { '()': () => new XmlDocument() },
  methods: {
    createRootElement: (self: XmlDocument, name: string, namespace: string | null, prefix: string | null) =>
      (self.root = element(name, namespace, prefix, null)),
    getRootElement: (self: XmlDocument) => self.root,
    load: (self: XmlDocument, text: string) => {
      self.root = parseXmlNodes(requireArgument(text)).find((node) => node.kind === 'ELEMENT') ?? null;
      return null;
    },
    toXmlString: (self: XmlDocument) =>
      self.root === null ? throwApex('System.XmlException', 'No root element') : `${DECLARATION}${writeXml(self.root)}`
  }
});

/** An attribute by name and namespace; no namespace finds one without. */
function attribute(node: XmlTree, key: string, namespace: string | null): XmlAttribute | undefined {
  return node.attributes.find((each) => each.key === key && (each.namespace ?? '') === (namespace ?? ''));
}

function attributeAt(node: XmlTree, index: number): XmlAttribute {
  return node.attributes[index] ?? throwApex('System.ListException', `List index out of bounds: ${index}`);
}

function setAttribute(node: XmlTree, key: string, value: string, namespace: string | null): null {
  const known = attribute(node, key, namespace);
  if (known) known.value = value;
  else
    node.attributes.push({
      key: requireArgument(key),
      value,
      namespace: namespace || null,
      prefix: namespace ? (node.prefixOf(namespace) ?? '') : ''
    });
  return null;
}

function remove(node: XmlTree, child: XmlTree): boolean {
  const index = node.children.indexOf(child);
  if (index < 0) return false;
  node.children.splice(index, 1);
  child.parent = null;
  return true;
}

defineType({
  name: 'dom.XmlNode',
  jsClass: XmlTree,
  methods: {
    addChildElement: (self: XmlTree, name: string, namespace: string | null, prefix: string | null) =>
      element(name, namespace, prefix, self),
    addCommentNode: (self: XmlTree, text: string) => self.append(new XmlTree('COMMENT', '', requireArgument(text))),
    addTextNode: (self: XmlTree, text: string) => self.append(new XmlTree('TEXT', '', requireArgument(text))),
    getAttribute: (self: XmlTree, key: string, namespace: string | null) => attribute(self, key, namespace)?.value ?? null,
    getAttributeCount: (self: XmlTree) => self.attributes.length,
    getAttributeKeyAt: (self: XmlTree, index: number) => attributeAt(self, index).key,
    getAttributeKeyNsAt: (self: XmlTree, index: number) => attributeAt(self, index).namespace,
    getAttributeValue: (self: XmlTree, key: string, namespace: string | null) => attribute(self, key, namespace)?.value ?? null,
    getAttributeValueNs: (self: XmlTree, key: string, namespace: string | null) => attribute(self, key, namespace)?.namespace ?? null,
    getChildElement: (self: XmlTree, name: string, namespace: string | null) =>
      self.children.find((child) => child.kind === 'ELEMENT' && child.name === name && (child.namespace ?? '') === (namespace ?? '')) ??
      null,
    getChildElements: (self: XmlTree) => nodes(self.children.filter((child) => child.kind === 'ELEMENT')),
    getChildren: (self: XmlTree) => nodes(self.children.filter((child) => child.kind !== 'PROCESSING_INSTRUCTION')),
    getName: (self: XmlTree) => (self.kind === 'ELEMENT' ? self.name : null),
    getNamespace: (self: XmlTree) => self.namespace,
    getNamespaceFor: (self: XmlTree, prefix: string) => self.namespaceOf(prefix),
    getNodeType: (self: XmlTree) => enumConstant('dom.XmlNodeType', self.kind),
    getParent: (self: XmlTree) => self.parent,
    getPrefixFor: (self: XmlTree, namespace: string) => self.prefixOf(namespace),
    getText: (self: XmlTree) =>
      self.kind === 'ELEMENT'
        ? self.children
            .filter((child) => child.kind === 'TEXT')
            .map((child) => child.text)
            .join('')
        : self.text,
    insertBefore: (self: XmlTree, child: XmlTree, before: XmlTree) => {
      if (child.parent) remove(child.parent, child);
      const index = self.children.indexOf(before);
      self.children.splice(index < 0 ? self.children.length : index, 0, child);
      child.parent = self;
      return child;
    },
    removeAttribute: (self: XmlTree, key: string, namespace: string | null) => {
      const known = attribute(self, key, namespace);
      if (known) self.attributes.splice(self.attributes.indexOf(known), 1);
      return known !== undefined;
    },
    removeChild: remove,
    setAttribute: (self: XmlTree, key: string, value: string) => setAttribute(self, key, value, null),
    setAttributeNs: (self: XmlTree, key: string, value: string, namespace: string | null) => setAttribute(self, key, value, namespace),
    setNamespace: (self: XmlTree, prefix: string, namespace: string) => {
      self.declared.set(prefix, namespace);
      return null;
    }
  }
});
