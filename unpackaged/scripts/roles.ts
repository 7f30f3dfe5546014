/**
 * Roles of the product and the permission sets each is made of: one set per domain and role, named `<Domain>_<Role>` and found in
 * the domain's own folder, so that a new domain takes part without an edit elsewhere.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PACKAGE = resolve(import.meta.dirname, '..', '..', 'force-app');
const SUFFIX = '.permissionset-meta.xml';

export interface Role {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** A role whose sets this one has as well. */
  readonly buildsOn?: string;
}

export const ROLES: readonly Role[] = [
  { name: 'Partner_Rep', label: 'Partner Rep', description: 'Works in the partner portal for the own partner.' },
  {
    name: 'Partner_Admin',
    label: 'Partner Admin',
    description: 'Partner Rep who also looks after the own partner.',
    buildsOn: 'Partner_Rep'
  },
  { name: 'Channel_Manager', label: 'Channel Manager', description: 'Decides what the own partners ask for.' },
  {
    name: 'Channel_Operations',
    label: 'Channel Operations',
    description: 'Channel Manager for every partner, who also sees what the AI said.',
    buildsOn: 'Channel_Manager'
  },
  { name: 'Finance', label: 'Finance', description: 'Checks and pays what was approved.' },
  { name: 'Content_Owner', label: 'Content Owner', description: 'Keeps the content of the portal.' },
  { name: 'Channel_Admin', label: 'Channel Admin', description: 'Health check, settings, outbox and audit trail.' },
  { name: 'Governance_Reviewer', label: 'Governance Reviewer', description: 'Reads all evidence and changes nothing.' },
  { name: 'Integration', label: 'Integration', description: 'For the user that calls the inference service.' }
];

/** Permission sets of the package, from all domains. */
export function permissionSets(folder = PACKAGE): string[] {
  return readdirSync(folder)
    .map((domain) => join(folder, domain, 'permissionsets'))
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .toSorted();
}

/** Sets of a role, those of the role it builds on among them; empty while no domain brings one of its own. */
export function setsOf(role: string, all: readonly string[] = permissionSets()): string[] {
  const known = ROLES.find(({ name }) => name === role);
  if (!known) throw new Error(`There is no role ${role}`);
  const own = all.filter((name) => roleOf(name) === role);
  return own.length > 0 && known.buildsOn ? [...setsOf(known.buildsOn, all), ...own] : own;
}

/** The role a set is for; null when its name says none. */
export function roleOf(permissionSet: string): string | null {
  const role = permissionSet.slice(permissionSet.indexOf('_') + 1);
  return ROLES.some(({ name }) => name === role) ? role : null;
}
