import { current } from '../../runtime/execution.ts';
import type { PageContext } from '../pages/context.ts';
import type { SiteDefinition } from '../pages/site.ts';
import { customPermissions, userPermissions } from './access.ts';
import { accountName } from './personas.ts';
import { query } from './rows.ts';

/** What a page's modules know of its user and place. */
export function pageContext(site: SiteDefinition | null): PageContext {
  const { user } = current();
  const [profile] = query('SELECT Name FROM Profile WHERE Id = :id', { id: user.profileId }, 'system');
  return {
    user: {
      id: user.id,
      name: user.name,
      profile: String(profile?.get('Name') ?? ''),
      accountName: accountName(),
      timeZone: user.timeZone,
      isGuest: false
    },
    customPermissions: customPermissions(),
    userPermissions: userPermissions(),
    shell: site ? 'site' : 'lightning',
    ...(site ? { site: { id: site.id, name: site.name, basePath: site.basePath } } : {})
  };
}
