import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small Salesforce project in a temporary folder, for tests of the local org itself. */
export interface Fixture {
  readonly root: string;
  remove(): void;
}

const PROJECT = JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '65.0' });

const CLASS_META =
  '<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>\n';
const TRIGGER_META = CLASS_META.replaceAll('ApexClass', 'ApexTrigger');

/**
 * Writes files by path under force-app. Classes and triggers get their -meta.xml by themselves, and `.object`-like
 * metadata is written as given.
 */
export function projectFixture(files: Readonly<Record<string, string>>): Fixture {
  const root = mkdtempSync(join(tmpdir(), 'local-org-fixture-'));
  const write = (path: string, content: string): void => {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  write('sfdx-project.json', PROJECT);
  for (const [path, content] of Object.entries(files)) {
    write(join('force-app', path), content);
    if (path.endsWith('.cls')) write(join('force-app', `${path}-meta.xml`), CLASS_META);
    if (path.endsWith('.trigger')) write(join('force-app', `${path}-meta.xml`), TRIGGER_META);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

export function customObject(label: string, more = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${NAMESPACE}><deploymentStatus>Deployed</deploymentStatus><label>${label}</label><pluralLabel>${label}s</pluralLabel>
<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>${more}</CustomObject>`;
}

export function platformEvent(label: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${NAMESPACE}><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>${label}</label><pluralLabel>${label}s</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`;
}

export function customField(name: string, type: string, more = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomField ${NAMESPACE}><fullName>${name}</fullName><label>${name.replace('__c', '').replaceAll('_', ' ')}</label><type>${type}</type>${more}</CustomField>`;
}

/** Any other component: `metadata('NamedCredential', '<label>…</label>')`. */
export function metadata(type: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${type} ${NAMESPACE}>${body}</${type}>`;
}
