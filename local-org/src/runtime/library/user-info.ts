import { current } from '../execution.ts';
import { defineType } from '../library.ts';
import { labelText } from '../labels.ts';
import { unmetered } from '../unmetered.ts';
import { definePlatformEnum, enumConstant } from '../values/enum.ts';
import { throwApex } from '../values/exception.ts';
import { ApexId } from '../values/id.ts';
import type { SObject } from '../values/sobject.ts';
import { ApexTimeZone } from './time-zone.ts';

/** Fields of a row of User or Organization that the user context does not carry. */
function ownField(object: 'User' | 'Organization', id: string, field: string): string | null {
  const { database } = current().org;
  const rows = unmetered(() =>
    database.queryText(`SELECT ${field} FROM ${object} WHERE Id = :id`, new Map([['id', ApexId.of(id)]]), 'system')
  );
  const value = (rows.items[0] as SObject | undefined)?.get(field) ?? null;
  return value === null ? null : String(value);
}

const userField = (field: string): string | null => ownField('User', current().user.id, field);

/** Nobody is without a license for the project's own package, and there is no other one. */
function licensed(namespace: string): boolean {
  const own = current().org.model.namespace;
  return own !== '' && namespace.toLowerCase() === own.toLowerCase()
    ? true
    : throwApex('System.TypeException', `Namespace not found: ${namespace}`);
}

defineType({
  name: 'System.UserInfo',
  statics: {
    getUserId: () => ApexId.of(current().user.id).value,
    getUserName: () => current().user.username,
    getName: () => current().user.name,
    getFirstName: () => userField('FirstName'),
    getLastName: () => userField('LastName'),
    getUserEmail: () => userField('Email'),
    getProfileId: () => ApexId.of(current().user.profileId).value,
    getUserRoleId: () => (current().user.roleId === null ? null : ApexId.of(current().user.roleId!).value),
    getUserType: () => current().user.userType,
    getLocale: () => current().user.locale,
    getLanguage: () => current().user.language,
    getTimeZone: () => new ApexTimeZone(current().user.timeZone),
    getOrganizationId: () => ApexId.of(current().org.id).value,
    getOrganizationName: () => ownField('Organization', current().org.id, 'Name'),
    getDefaultCurrency: () => 'USD',
    isMultiCurrencyOrganization: () => false,
    // Nothing here takes a session for a login: it only tells one from another.
    getSessionId: () => `${ApexId.of(current().org.id).value.slice(0, 15)}!${current().user.id}`,
    isCurrentUserLicensed: (namespace: string) => licensed(namespace),
    getUiTheme: () => 'Theme4d',
    getUiThemeDisplayed: () => 'Theme4d'
  }
});

definePlatformEnum('System.Quiddity', [
  'UD',
  'UNDEFINED',
  'ANONYMOUS',
  'AURA',
  'BATCH_ACS',
  'BATCH_APEX',
  'BATCH_CHUNK_PARALLEL',
  'BATCH_CHUNK_SERIAL',
  'BULK_API',
  'COMMERCE_INTEGRATION',
  'DISCOVERABLE_LOGIN',
  'FUNCTION_CALLBACK',
  'FUTURE',
  'INBOUND_EMAIL_SERVICE',
  'INVOCABLE_ACTION',
  'IOT',
  'PLATFORM_EVENT_PUBLISH_CALLBACK',
  'QUEUEABLE',
  'QUICK_ACTION',
  'REMOTE_ACTION',
  'REST',
  'RUNTEST_ASYNC',
  'RUNTEST_DEPLOY',
  'RUNTEST_SYNC',
  'SCHEDULED',
  'SOAP',
  'SYNCHRONOUS',
  'TRANSACTION_FINALIZER_QUEUEABLE',
  'VF'
]);

/** `Request.getCurrent()`: one per transaction. */
class ApexRequest {
  readonly id: string = crypto.randomUUID();
}

const REQUEST = Symbol('request');

defineType({
  name: 'System.Request',
  jsClass: ApexRequest,
  statics: {
    getCurrent: () => {
      const { slots } = current();
      if (!slots.has(REQUEST)) slots.set(REQUEST, new ApexRequest());
      return slots.get(REQUEST);
    }
  },
  methods: {
    getRequestId: (request: ApexRequest) => request.id,
    getQuiddity: () => enumConstant('System.Quiddity', current().quiddity)
  }
});

/** Labels have one language here, so the requested one gives the same text. */
const label = (_: string | null, name: string): string => labelText(name);

defineType({
  name: 'System.Label',
  statics: {
    get: label
  }
});
