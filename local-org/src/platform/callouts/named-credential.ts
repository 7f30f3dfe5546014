import type { OrgModel } from '../../metadata/model.ts';
import { children, component, componentsOf, flag, text } from '../xml.ts';

/** A NamedCredential of type SecuredEndpoint with the ExternalCredential that authenticates it. */
export interface NamedCredential {
  readonly name: string;
  readonly url: string;
  readonly externalCredential: string;
  /** Custom headers of both components, values still holding their formulas. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly principals: readonly { readonly name: string; readonly type: string }[];
  readonly allowMergeFieldsInHeader: boolean;
  readonly allowMergeFieldsInBody: boolean;
}

/** Reads the credential, or null when the metadata has none of that name. `ns__Name` and `Name` both find it. */
export function namedCredential(model: OrgModel, name: string): NamedCredential | null {
  const prefix = model.namespace ? `${model.namespace}__`.toLowerCase() : '';
  const bare = prefix && name.toLowerCase().startsWith(prefix) ? name.slice(prefix.length) : name;
  const found = component(model, 'NamedCredential', bare) ?? component(model, 'NamedCredential', name);
  if (!found) return null;
  const type = text(found.body, 'namedCredentialType') ?? 'Legacy';
  if (type !== 'SecuredEndpoint') throw new Error(`Not implemented in the local org: named credential ${found.name} of type ${type}`);
  const parameters = children(found.body, 'namedCredentialParameters');
  const parameter = (kind: string) => parameters.find((each) => text(each, 'parameterType') === kind);
  const external = text(parameter('Authentication'), 'externalCredential');
  const url = text(parameter('Url'), 'parameterValue');
  if (!url || !external) throw new Error(`Named credential ${found.name} needs a Url and an Authentication parameter`);
  const own = parameters.filter((each) => text(each, 'parameterType') === 'HttpHeader');
  const credential = component(model, 'ExternalCredential', external);
  if (!credential) throw new Error(`Named credential ${found.name} names external credential ${external}, which does not exist`);
  const protocol = text(credential.body, 'authenticationProtocol');
  if (protocol !== 'Custom' && protocol !== 'NoAuthentication') {
    throw new Error(`Not implemented in the local org: external credential ${credential.name} with protocol ${protocol}`);
  }
  const shared = children(credential.body, 'externalCredentialParameters');
  const headers = shared.filter((each) => text(each, 'parameterType') === 'AuthHeader');
  return {
    name: found.name,
    url,
    externalCredential: credential.name,
    headers: [...own, ...headers]
      .sort((left, right) => Number(text(left, 'sequenceNumber') ?? 0) - Number(text(right, 'sequenceNumber') ?? 0))
      .map((each) => ({ name: text(each, 'parameterName') ?? '', value: text(each, 'parameterValue') ?? '' })),
    principals: shared
      .filter((each) => (text(each, 'parameterType') ?? '').endsWith('Principal'))
      .map((each) => ({ name: text(each, 'parameterName') ?? '', type: text(each, 'parameterType') ?? '' })),
    allowMergeFieldsInHeader: flag(found.body, 'allowMergeFieldsInHeader'),
    allowMergeFieldsInBody: flag(found.body, 'allowMergeFieldsInBody')
  };
}

/** Origins that Apex may call without a Named Credential. */
export function isRemoteSite(model: OrgModel, url: URL): boolean {
  return componentsOf(model, 'RemoteSiteSetting').some((site) => {
    const allowed = text(site.body, 'url');
    return flag(site.body, 'isActive') && allowed !== undefined && new URL(allowed).origin === url.origin;
  });
}

/** Permission sets whose `externalCredentialPrincipalAccesses` open one of the credential's principals: name → principal. */
export function principalAccess(model: OrgModel, externalCredential: string): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const permissionSet of componentsOf(model, 'PermissionSet')) {
    for (const access of children(permissionSet.body, 'externalCredentialPrincipalAccesses')) {
      // `ExternalCredential-Principal`
      const [credential, principal] = splitPrincipal(text(access, 'externalCredentialPrincipal') ?? '', externalCredential);
      if (credential && flag(access, 'enabled')) result.set(permissionSet.name, principal);
    }
  }
  return result;
}

function splitPrincipal(value: string, externalCredential: string): [matches: boolean, principal: string] {
  const prefix = `${externalCredential}-`.toLowerCase();
  return value.toLowerCase().startsWith(prefix) ? [true, value.slice(prefix.length)] : [false, ''];
}
