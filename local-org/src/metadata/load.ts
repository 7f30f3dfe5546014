import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { locationParts, readField, readValues } from './fields.ts';
import { bundleOf, componentName, objectOf, readProject, sourceFiles } from './files.ts';
import type { Project } from './files.ts';
import { keyPrefixes } from './key-prefix.ts';
import { linkObjects } from './link.ts';
import type { ApexSource, Component, FieldModel, ObjectModel, OrgModel, PicklistValue, XmlObject } from './model.ts';
import { addPart, companionObjects, customObject, extendedObject, newDraft } from './objects.ts';
import type { ObjectDraft } from './objects.ts';
import { mentionedObjects } from './mentioned-objects.ts';
import { furtherObject, standardObjects } from './standard.ts';
import { replacer } from './replacements.ts';
import { MetadataError, readXml, xmlNumber, xmlObjects, xmlText } from './xml.ts';
import { readRecord, soundRecords } from './custom-metadata.ts';
import type { CustomMetadataRecord } from './custom-metadata.ts';
import { checkReferences } from './check.ts';

export interface LoadOptions {
  /** Overrides the project's own. */
  readonly namespace?: string;
  /** Folders of projects whose source comes first, as if it were deployed to the org before. */
  readonly dependencies?: readonly string[];
  /** Folders of the project beside its package directories. */
  readonly directories?: readonly string[];
  /** Receives the faults, a line each, in place of a MetadataError; what is faulty is left out of the model. */
  readonly onFaults?: (faults: readonly string[]) => void;
  /** Receives what deployment would refuse and the local org can do without. */
  readonly log?: (line: string) => void;
}

/** Reads a Salesforce project. Throws one MetadataError listing every fault found, unless `onFaults` takes them. */
export function loadModel(
  root: string,
  { namespace, dependencies = [], directories = [], onFaults = refuse, log = () => {} }: LoadOptions = {}
): OrgModel {
  const read = readProject(root);
  const project = { ...read, packageDirectories: [...read.packageDirectories, ...directories] };
  const before = dependencies.flatMap((folder) => readProject(folder).packageDirectories.map((directory) => join(folder, directory)));
  return new Loader(namespace === undefined ? project : { ...project, namespace }, before, onFaults, log).load();
}

function refuse(faults: readonly string[]): never {
  throw new MetadataError(faults);
}

interface PendingField {
  readonly path: string;
  /** Position of its package directory. */
  readonly directory: number;
  readonly draft: ObjectDraft;
  readonly name: string;
  readonly body: XmlObject;
}

class Loader {
  private readonly project: Project;
  private readonly faults: string[] = [];
  private readonly drafts = new Map<string, ObjectDraft>();
  private readonly fields: PendingField[] = [];
  private readonly apex: ApexSource[] = [];
  private readonly labels = new Map<string, string>();
  private readonly records = new Map<string, CustomMetadataRecord[]>();
  private readonly components = new Map<string, Map<string, Component>>();
  private readonly bundles = new Map<string, string>();
  private readonly relationshipNames = new Map<string, string>();
  private readonly hash = createHash('sha256');

  /** The package directory being read; where each component was last found. */
  private directory = 0;
  private readonly definedIn = new Map<string, number>();

  /** The text of a file as it would be deployed. */
  private readonly prepare: (path: string, text: string) => string;
  private readonly before: readonly string[];
  private readonly onFaults: (faults: readonly string[]) => void;
  private readonly log: (line: string) => void;

  constructor(project: Project, before: readonly string[], onFaults: (faults: readonly string[]) => void, log: (line: string) => void) {
    this.project = project;
    const replace = replacer(project.root, project.replacements);
    this.prepare = (path, text) => this.guarded(text, () => replace(path, text));
    this.before = before;
    this.onFaults = onFaults;
    this.log = log;
  }

  load(): OrgModel {
    const folders = [...this.before, ...this.project.packageDirectories.map((directory) => join(this.project.root, directory))];
    const seen = new Set<string>();
    folders.forEach((folder, index) => {
      this.directory = index;
      for (const path of sourceFiles(folder)) {
        // One package directory may lie within another.
        if (!seen.has(path)) this.file(path);
        seen.add(path);
      }
    });
    const objects = this.objects();
    const model: OrgModel = {
      ...this.project,
      objects,
      apex: this.apex,
      labels: this.labels,
      customMetadata: soundRecords(this.records, objects, (path, message) => this.fault(path, message)),
      components: this.components,
      lwcBundles: this.bundles,
      fingerprint: this.hash.digest('hex').slice(0, 32)
    };
    if (this.faults.length === 0 || this.onFaults !== refuse)
      checkReferences(
        model,
        (path, message) => this.fault(path, message),
        (path, message) => this.log(`${relative(this.project.root, path) || path}: ${message}`)
      );
    if (this.faults.length > 0) this.onFaults([...new Set(this.faults)]);
    return model;
  }

  /**
   * Whether a component was defined before in the same package directory. Directories are deployed one after the other, so
   * that a later one's definition replaces an earlier one's.
   */
  private repeats(key: string): boolean {
    const repeated = this.definedIn.get(key.toLowerCase()) === this.directory;
    this.definedIn.set(key.toLowerCase(), this.directory);
    return repeated;
  }

  private fault(path: string, message: string): void {
    this.faults.push(`${relative(this.project.root, path) || path}: ${message}`);
  }

  private file(path: string): void {
    const bundle = bundleOf(path);
    if (bundle) {
      const known = this.bundles.get(bundle.name);
      if (known === bundle.folder) return;
      if (this.repeats(`lwc ${bundle.name}`) && known !== undefined)
        this.fault(path, `LWC ${bundle.name} also exists in ${relative(this.project.root, known)}`);
      this.bundles.set(bundle.name, bundle.folder);
      return;
    }
    if (/\.(cls|trigger)$/.test(path)) return this.apexFile(path);
    if (!path.endsWith('-meta.xml') || /\.(cls|trigger)-meta\.xml$/.test(path)) return;
    this.guarded(undefined, () => {
      const { root, body } = readXml(path, this.prepare);
      this.hash.update(relative(this.project.root, path)).update('\0').update(JSON.stringify(body)).update('\0');
      this.document(path, root, body);
    });
  }

  /** Runs `read`; the faults it throws are recorded and give `otherwise`. */
  private guarded<T>(otherwise: T, read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof MetadataError)) throw error;
      this.faults.push(...error.message.split('\n').map((line) => line.replace(`${this.project.root}/`, '')));
      return otherwise;
    }
  }

  private apexFile(path: string): void {
    const meta = `${path}-meta.xml`;
    const name = componentName(path);
    const described = existsSync(meta);
    if (!described) this.fault(path, `has no ${name}${path.slice(path.lastIndexOf('.'))}-meta.xml beside it`);
    const version = described ? this.guarded(undefined, () => xmlNumber(readXml(meta, this.prepare).body, 'apiVersion')) : undefined;
    const kind = path.endsWith('.cls') ? 'class' : 'trigger';
    const earlier = this.apex.findIndex((source) => source.kind === kind && source.name.toLowerCase() === name.toLowerCase());
    if (!this.repeats(`${kind} ${name}`) && earlier >= 0) this.apex.splice(earlier, 1);
    this.apex.push({
      path,
      name,
      kind,
      text: this.prepare(path, readFileSync(path, 'utf8')),
      apiVersion: version ?? this.project.apiVersion
    });
  }

  private document(path: string, root: string, body: XmlObject): void {
    const name = componentName(path);
    const objectName = objectOf(path);
    if (root === 'CustomObject') {
      const draft = this.draft(objectName ?? name, path);
      if (this.repeats(`object ${draft.name}`))
        this.fault(path, `object ${draft.name} is already defined by ${relative(this.project.root, draft.path)}`);
      draft.body = body;
      draft.path = path;
    } else if (root === 'CustomField' && objectName !== null) {
      this.fields.push({ path, directory: this.directory, draft: this.draft(objectName, path), name, body });
    } else if (root === 'CustomLabels') {
      for (const label of xmlObjects(body, 'labels'))
        this.labels.set((xmlText(label, 'fullName') ?? '').toLowerCase(), xmlText(label, 'value') ?? '');
    } else if (root === 'CustomMetadata') {
      const [type = '', developerName = ''] = name.split('.');
      const key = `${type}__mdt`.toLowerCase();
      const others = (this.records.get(key) ?? []).filter((record) => record.developerName !== developerName);
      this.records.set(key, [...others, readRecord(developerName, body, path)]);
    } else {
      if (objectName !== null && addPart(this.draft(objectName, path), root, name, body) && root !== 'ListView') return;
      this.component(path, root, objectName !== null && !name.includes('.') ? `${objectName}.${name}` : name, body);
    }
  }

  private component(path: string, type: string, name: string, body: XmlObject): void {
    const ofType = this.components.get(type.toLowerCase()) ?? new Map<string, Component>();
    this.components.set(type.toLowerCase(), ofType);
    const known = ofType.get(name.toLowerCase());
    if (this.repeats(`${type} ${name}`) && known)
      this.log(`${relative(this.project.root, path)}: ${type} ${name} replaces ${relative(this.project.root, known.path)}`);
    ofType.set(name.toLowerCase(), { type, name, path, body });
  }

  private draft(name: string, path: string): ObjectDraft {
    const key = name.toLowerCase();
    let draft = this.drafts.get(key);
    if (!draft) this.drafts.set(key, (draft = newDraft(name, path)));
    return draft;
  }

  private objects(): Map<string, ObjectModel> {
    this.readFields();
    this.spreadActivityFields();
    const standard = new Map(standardObjects().map((object) => [object.name.toLowerCase(), object]));
    this.addFurtherObjects(standard);
    const custom: ObjectDraft[] = [];
    for (const [key, draft] of this.drafts) {
      const base = standard.get(key);
      if (base) standard.set(key, this.withValueSets(extendedObject(base, draft)));
      else if (!isCustom(draft.name)) this.fault(draft.path, `standard object ${draft.name} is not part of the local org`);
      else if (draft.body === null)
        this.fault(draft.path, `object ${draft.name} has no ${draft.name}.object-meta.xml in any package directory`);
      else custom.push(draft);
    }
    for (const [key, object] of standard) if (!this.drafts.has(key)) standard.set(key, this.withValueSets(object));
    const names = custom.flatMap((draft) => [draft.name, draft.name.replace(/__c$/, '__Share'), draft.name.replace(/__c$/, '__History')]);
    const prefixes = keyPrefixes([...new Set(names)], new Set([...standard.values()].map((object) => object.keyPrefix)));
    const customObjects = custom.map((draft) => customObject(draft, prefixes.get(draft.name)!));
    const companions = customObjects.flatMap((object) => companionObjects(object, (name) => prefixes.get(name)!));
    return linkObjects([...standard.values(), ...customObjects, ...companions], this.relationshipNames, (object, message) =>
      this.fault(this.drafts.get(object.toLowerCase())?.path ?? object, message)
    );
  }

  /** Fields of `Activity` are fields of tasks and of events. */
  private spreadActivityFields(): void {
    const activity = this.drafts.get('activity');
    if (!activity) return;
    this.drafts.delete('activity');
    for (const name of ['Task', 'Event']) this.draft(name, activity.path).fields.push(...activity.fields);
  }

  /** Standard objects that an ordinary org's table does not list and this project extends or uses. */
  private addFurtherObjects(standard: Map<string, ObjectModel>): void {
    const extended = [...this.drafts.keys()].filter((name) => !isCustom(name));
    const names = [...new Set([...extended, ...mentionedObjects(this.apex)])].filter((name) => !standard.has(name));
    const prefixes = keyPrefixes(names, new Set([...standard.values()].map((object) => object.keyPrefix)));
    for (const name of names) {
      const object = furtherObject(name, prefixes.get(name)!);
      if (object) standard.set(name, object);
    }
  }

  /** Fields wait for every global value set to be known. */
  private readFields(): void {
    const globals = new Map<string, readonly PicklistValue[]>();
    for (const component of this.components.get('globalvalueset')?.values() ?? []) {
      globals.set(component.name.toLowerCase(), readValues(xmlObjects(component.body, 'customValue')));
    }
    for (const { path, directory, draft, name, body } of this.fields) {
      this.directory = directory;
      const field = readField(name, body, globals, (message) => this.fault(path, message));
      if (!field) continue;
      const earlier = draft.fields.findIndex((other) => other.name.toLowerCase() === name.toLowerCase());
      if (this.repeats(`field ${draft.name}.${name}`)) this.fault(path, `field ${draft.name}.${name} is defined twice`);
      draft.fields.splice(earlier < 0 ? draft.fields.length : earlier, earlier < 0 ? 0 : 1, field);
      if (earlier < 0) draft.fields.push(...locationParts(field));
      const relationship = xmlText(body, 'relationshipName');
      if (relationship !== null) this.relationshipNames.set(`${draft.name}.${name}`.toLowerCase(), relationship);
    }
  }

  /** Standard value sets of the project replace the picklist values of the standard fields they stand for. */
  private withValueSets(object: ObjectModel): ObjectModel {
    const fields = new Map(object.fields);
    for (const component of this.components.get('standardvalueset')?.values() ?? []) {
      const fieldName = VALUE_SET_FIELDS[component.name]?.find((path) => path.startsWith(`${object.name}.`))?.split('.')[1];
      const field = fieldName ? fields.get(fieldName.toLowerCase()) : undefined;
      if (field)
        fields.set(field.name.toLowerCase(), {
          ...field,
          picklist: { values: readValues(xmlObjects(component.body, 'standardValue')), restricted: false }
        } satisfies FieldModel);
    }
    return { ...object, fields };
  }
}

function isCustom(objectName: string): boolean {
  return /__(c|mdt|e|b)$/.test(objectName);
}

const VALUE_SET_FIELDS: Readonly<Record<string, readonly string[]>> = {
  OpportunityStage: ['Opportunity.StageName'],
  OpportunityType: ['Opportunity.Type'],
  LeadSource: ['Lead.LeadSource', 'Contact.LeadSource', 'Opportunity.LeadSource', 'Account.AccountSource'],
  LeadStatus: ['Lead.Status'],
  CaseStatus: ['Case.Status'],
  CaseOrigin: ['Case.Origin'],
  CasePriority: ['Case.Priority'],
  CaseReason: ['Case.Reason'],
  CaseType: ['Case.Type'],
  TaskStatus: ['Task.Status'],
  TaskPriority: ['Task.Priority'],
  AccountType: ['Account.Type'],
  AccountRating: ['Account.Rating'],
  Industry: ['Account.Industry', 'Lead.Industry'],
  Salutation: ['Contact.Salutation', 'Lead.Salutation']
};
