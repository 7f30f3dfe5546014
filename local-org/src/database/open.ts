import type { OrgModel } from '../metadata/model.ts';
import type { Org } from '../org.ts';
import { registerAccessRules } from '../runtime/access.ts';
import { current } from '../runtime/execution.ts';
import { LocalDatabase } from './engine.ts';
import { syncSetup } from './setup/index.ts';
import { Store } from './store.ts';

export interface OpenDatabaseOptions {
  /** Data file; without it the database lives in memory. */
  readonly file?: string;
  /** Start from a template made by `createTemplate` for the same model. */
  readonly template?: Uint8Array;
  /** The org the database becomes part of; programs and platform reach it through the execution. */
  readonly org?: Org;
}

// The library asks for the rules of whichever org is running.
registerAccessRules({
  canAccessObject: (user, object, need) => (current().org.database as LocalDatabase).access.canAccessObject(user, object, need),
  canAccessField: (user, object, field, need) => (current().org.database as LocalDatabase).access.canAccessField(user, object, field, need)
});

const templates = new Map<string, Uint8Array>();

/** An empty database of the model, with its setup rows, to copy for each org in memory. Made once per fingerprint. */
export function createTemplate(model: OrgModel): Uint8Array {
  let template = templates.get(model.fingerprint);
  if (!template) {
    const store = Store.memory(model);
    store.atomically(() => syncSetup(model, store));
    template = store.serialize();
    store.close();
    templates.set(model.fingerprint, template);
  }
  return template;
}

/** Opens the org's rows: a file that survives restarts, or a private copy of the template. */
export function openDatabase(model: OrgModel, options: OpenDatabaseOptions = {}): { database: LocalDatabase; organizationId: string } {
  const store = options.file === undefined ? Store.copy(options.template ?? createTemplate(model)) : openFile(model, options.file);
  return { database: new LocalDatabase(model, store), organizationId: store.meta('organization') ?? '' };
}

/** The rows of an org that another thread of this process has opened. */
export function joinDatabase(model: OrgModel, file: string): { database: LocalDatabase; organizationId: string } {
  const store = Store.join(file);
  return { database: new LocalDatabase(model, store), organizationId: store.meta('organization') ?? '' };
}

function openFile(model: OrgModel, file: string): Store {
  const { store } = Store.file(file, model);
  if (store.meta('setup') !== model.fingerprint) {
    store.atomically(() => {
      syncSetup(model, store);
      store.setMeta('setup', model.fingerprint);
    });
  }
  return store;
}
