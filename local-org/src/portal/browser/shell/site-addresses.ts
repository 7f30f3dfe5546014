import type { AddressBook, PageReference } from 'lightning/navigation';
import type { SiteDefinition, SiteRoute } from '../../pages/site.ts';

export interface SiteLocation {
  readonly route: SiteRoute;
  readonly recordId?: string;
  readonly objectApiName?: string;
  readonly filterName?: string;
}

/** `detail-Deal_Registration__c` → its parts; other routes have no object. */
function objectRoute(route: SiteRoute): { readonly kind: string; readonly object: string } | null {
  const match = /^(detail|list|relatedlist)-(.+)$/.exec(route.routeType);
  return match ? { kind: match[1]!, object: match[2]! } : null;
}

/** Finds the route of a path below the site's base path; null when the site has no such page. */
export function locate(site: SiteDefinition, path: string): SiteLocation | null {
  const [first = '', second, third] = path.split(/[?#]/)[0]!.slice(site.basePath.length).split('/').filter(Boolean).map(decodeURIComponent);
  const candidates = site.routes.filter((route) => route.urlPrefix.toLowerCase() === first.toLowerCase());
  for (const route of candidates) {
    const target = objectRoute(route);
    if (!target) {
      if (second === undefined) return { route };
    } else if (target.kind === 'detail' && second && /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(second)) {
      return { route, recordId: second, objectApiName: target.object };
    } else if (target.kind === 'list' && second?.toLowerCase() === target.object.toLowerCase()) {
      return { route, objectApiName: target.object, ...(third ? { filterName: third } : {}) };
    }
  }
  return null;
}

/** References and URLs of a site, as Lightning Web Runtime defines them. */
export function siteAddresses(site: SiteDefinition): AddressBook {
  const route = (test: (route: SiteRoute) => boolean): SiteRoute | undefined => site.routes.find(test);
  const url = (found: SiteRoute | undefined, what: string, ...parts: string[]): string => {
    if (!found) throw new Error(`The site has no page for ${what}`);
    return [site.basePath, found.urlPrefix, ...parts.map(encodeURIComponent)].filter(Boolean).join('/').replace(/^\/?/, '/');
  };
  return {
    urlOf(reference: PageReference): string {
      const { attributes, state } = reference;
      const query = new URLSearchParams(
        Object.entries(state ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined)
      ).toString();
      const withQuery = (address: string): string => (query ? `${address}?${query}` : address);
      switch (reference.type) {
        case 'comm__namedPage': {
          const name = attributes.name ?? attributes.pageName ?? '';
          return withQuery(
            url(
              route(
                (candidate) =>
                  candidate.apiName.toLowerCase() === name.toLowerCase() ||
                  (name.toLowerCase() === 'home' && candidate.routeType === 'home')
              ),
              name
            )
          );
        }
        case 'standard__recordPage': {
          const object = attributes.objectApiName;
          const found = route(
            (candidate) => objectRoute(candidate)?.kind === 'detail' && (!object || objectRoute(candidate)?.object === object)
          );
          return withQuery(url(found, `records of ${object ?? 'this kind'}`, attributes.recordId ?? ''));
        }
        case 'standard__objectPage':
          return withQuery(
            url(
              route((candidate) => candidate.routeType === `list-${attributes.objectApiName}`),
              `lists of ${attributes.objectApiName}`,
              attributes.objectApiName ?? ''
            )
          );
        case 'standard__namedPage':
          return url(
            route((candidate) => candidate.routeType === 'home'),
            'home'
          );
        case 'standard__webPage':
          return webAddress(attributes.url ?? '/', site.basePath);
        default:
          throw new Error(`Page references of type ${reference.type} are not supported in sites of the local org`);
      }
    },
    referenceOf(path: string): PageReference {
      const location = locate(site, path);
      const state = Object.fromEntries(new URL(path, window.location.href).searchParams);
      if (!location) return { type: 'comm__namedPage', attributes: { name: 'Error' }, state };
      if (location.recordId)
        return {
          type: 'standard__recordPage',
          attributes: { recordId: location.recordId, objectApiName: location.objectApiName, actionName: 'view' },
          state
        };
      if (location.objectApiName)
        return { type: 'standard__objectPage', attributes: { objectApiName: location.objectApiName, actionName: 'list' }, state };
      return { type: 'comm__namedPage', attributes: { name: location.route.apiName }, state };
    }
  };
}

/** Addresses within the site may be written without its base path, as on the platform. */
function webAddress(address: string, basePath: string): string {
  const local = address.startsWith('/') && !address.startsWith('//');
  return local && address !== basePath && !address.startsWith(`${basePath}/`) ? `${basePath}${address}` : address;
}
