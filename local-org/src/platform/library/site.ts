import { defineType } from '../../runtime/library.ts';
import { PageReference } from './page-reference.ts';

/**
 * Code runs outside any site or Experience Cloud request here, which is what these classes then answer. What needs a site
 * (logging in, creating its users) is not implemented.
 */
const nothing = (): null => null;
const no = (): boolean => false;

defineType({
  name: 'System.Site',
  statics: {
    getAdminEmail: nothing,
    getAdminId: nothing,
    getAnalyticsTrackingCode: nothing,
    getBaseCustomUrl: nothing,
    getBaseInsecureUrl: nothing,
    getBaseRequestUrl: nothing,
    getBaseSecureUrl: nothing,
    getBaseUrl: () => '',
    getCurrentSiteUrl: nothing,
    getCustomWebAddress: nothing,
    getDomain: nothing,
    getErrorDescription: () => '',
    getErrorMessage: () => '',
    getExperienceId: nothing,
    getMasterLabel: nothing,
    getName: nothing,
    getOriginalUrl: nothing,
    getPathPrefix: nothing,
    getPrefix: nothing,
    getSiteId: nothing,
    getSiteType: nothing,
    getSiteTypeLabel: nothing,
    getTemplate: nothing,
    isLoginEnabled: no,
    isPasswordExpired: no,
    isRegistrationEnabled: no
  }
});

defineType({
  name: 'System.Network',
  statics: {
    communitiesLanding: nothing,
    forwardToAuthPage: (startUrl: string) => new PageReference(`/login?startURL=${startUrl}`),
    getLoginUrl: nothing,
    getLogoutUrl: nothing,
    getNetworkId: nothing,
    getSelfRegUrl: nothing
  }
});
