import type { StandardObject } from './standard-object.ts';
import { share } from './share.ts';

const LEAD_SOURCE = 'Web|Phone Inquiry|Partner Referral|Purchased List|Other';
const INDUSTRY =
  'Agriculture|Apparel|Banking|Biotechnology|Chemicals|Communications|Construction|Consulting|Education|Electronics|Energy|Engineering|Entertainment|Environmental|Finance|Food & Beverage|Government|Healthcare|Hospitality|Insurance|Machinery|Manufacturing|Media|Not For Profit|Other|Recreation|Retail|Shipping|Technology|Telecommunications|Transportation|Utilities';
const SALUTATION = 'Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.';
const RATING = 'Hot|Warm|Cold';

/** Accounts, contacts, leads, opportunities and campaigns, with their histories and shares. */
export const SALES_OBJECTS: Readonly<Record<string, StandardObject>> = {
  Account: {
    prefix: '001',
    activities: true,
    sharing: 'ReadWrite',
    fields: {
      Name: 'String 255 !',
      AccountNumber: 'String 40',
      AnnualRevenue: 'Currency',
      Description: 'LongTextArea 32000',
      Fax: 'Phone',
      Phone: 'Phone',
      Website: 'Url 255',
      Site: 'String 80',
      Sic: 'String 20',
      TickerSymbol: 'String 20',
      PhotoUrl: 'Url 255 ~',
      IsPartner: 'Boolean',
      IsCustomerPortal: 'Boolean'
    },
    picklists: {
      Type: 'Prospect|Customer - Direct|Customer - Channel|Channel Partner / Reseller|Installation Partner|Technology Partner|Other',
      Industry: INDUSTRY,
      Rating: RATING,
      Ownership: 'Public|Private|Subsidiary|Other',
      AccountSource: LEAD_SOURCE
    }
  },
  AccountContactRelation: { prefix: '07k', nameField: null, cascade: ['AccountId', 'ContactId'] },
  AccountShare: share('00r', 'Account', {
    ContactAccessLevel: 'Picklist 40',
    OpportunityAccessLevel: 'Picklist 40',
    CaseAccessLevel: 'Picklist 40'
  }),
  AccountHistory: { prefix: '0R1', nameField: null, cascade: ['AccountId'] },
  Contact: {
    prefix: '003',
    activities: true,
    sharing: 'ControlledByParent',
    fields: {
      LastName: 'String 80 !',
      FirstName: 'String 40',
      Name: 'String 121 ~',
      Description: 'LongTextArea 32000',
      Title: 'String 128',
      Department: 'String 80',
      AssistantName: 'String 40'
    },
    picklists: { LeadSource: LEAD_SOURCE, Salutation: SALUTATION }
  },
  ContactShare: share('03s', 'Contact'),
  ContactHistory: { prefix: '0R2', nameField: null, cascade: ['ContactId'] },
  Lead: {
    prefix: '00Q',
    activities: true,
    sharing: 'ReadWrite',
    fields: {
      LastName: 'String 80 !',
      FirstName: 'String 40',
      Name: 'String 121 ~',
      Company: 'String 255 !',
      Description: 'LongTextArea 32000',
      Title: 'String 128',
      AnnualRevenue: 'Currency',
      Website: 'Url 255',
      Status: 'Picklist 255 !',
      IsConverted: 'Boolean ~',
      ConvertedDate: 'Date ~',
      ConvertedAccountId: 'Reference ~',
      ConvertedContactId: 'Reference ~',
      ConvertedOpportunityId: 'Reference ~'
    },
    references: { OwnerId: ['Group', 'User'] },
    picklists: {
      LeadSource: LEAD_SOURCE,
      Status: '*Open - Not Contacted|Working - Contacted|Closed - Converted|Closed - Not Converted',
      Salutation: SALUTATION,
      Industry: INDUSTRY,
      Rating: RATING
    }
  },
  LeadStatus: { prefix: '01Q', setup: true, nameField: 'MasterLabel' },
  LeadShare: share('01o', 'Lead'),
  LeadHistory: { prefix: '0R3', nameField: null, cascade: ['LeadId'] },
  Opportunity: {
    prefix: '006',
    plural: 'Opportunities',
    activities: true,
    sharing: 'ReadWrite',
    fields: {
      Name: 'String 120 !',
      StageName: 'Picklist 255 !',
      CloseDate: 'Date !',
      Amount: 'Currency',
      ExpectedRevenue: 'Currency ~',
      Probability: 'Percent 3',
      Description: 'LongTextArea 32000',
      NextStep: 'String 255',
      IsClosed: 'Boolean ~',
      IsWon: 'Boolean ~',
      ForecastCategory: 'Picklist 40 ~',
      FiscalQuarter: 'Integer ~',
      FiscalYear: 'Integer ~',
      Fiscal: 'String 6 ~',
      HasOpportunityLineItem: 'Boolean ~',
      HasOpenActivity: 'Boolean ~',
      HasOverdueTask: 'Boolean ~',
      LastStageChangeDate: 'DateTime ~'
    },
    picklists: {
      StageName:
        'Prospecting|Qualification|Needs Analysis|Value Proposition|Id. Decision Makers|Perception Analysis|Proposal/Price Quote|Negotiation/Review|Closed Won|Closed Lost',
      Type: 'Existing Customer - Upgrade|Existing Customer - Replacement|Existing Customer - Downgrade|New Customer',
      LeadSource: LEAD_SOURCE,
      ForecastCategory: 'Omitted|Pipeline|BestCase|MostLikely|Forecast|Closed',
      ForecastCategoryName: 'Omitted|Pipeline|Best Case|Most Likely|Commit|Closed'
    }
  },
  OpportunityLineItem: {
    prefix: '00k',
    label: 'Opportunity Product',
    sharing: 'ControlledByParent',
    cascade: ['OpportunityId'],
    fields: {
      OpportunityId: 'Reference !',
      Quantity: 'Double !',
      UnitPrice: 'Currency',
      TotalPrice: 'Currency',
      Name: 'String 376 ~',
      Description: 'String 255'
    }
  },
  OpportunityContactRole: {
    prefix: '00K',
    label: 'Opportunity Contact Role',
    nameField: null,
    cascade: ['OpportunityId'],
    fields: { ContactId: 'Reference !', OpportunityId: 'Reference !' }
  },
  OpportunityTeamMember: { prefix: '00q', nameField: null, cascade: ['OpportunityId'] },
  OpportunityStage: { prefix: '01J', nameField: 'MasterLabel', setup: true },
  OpportunityHistory: { prefix: '008', nameField: null, cascade: ['OpportunityId'] },
  OpportunityFieldHistory: { prefix: '0R5', nameField: null, cascade: ['OpportunityId'] },
  OpportunityShare: share('00t', 'Opportunity'),
  Campaign: {
    prefix: '701',
    activities: true,
    sharing: 'ReadWrite',
    fields: { Name: 'String 80 !', Description: 'LongTextArea 32000' },
    picklists: {
      Status: '*Planned|In Progress|Completed|Aborted',
      Type: 'Conference|Webinar|Trade Show|Public Relations|Partners|Referral Program|Advertisement|Banner Ads|Direct Mail|Email|Telemarketing|Other'
    }
  },
  CampaignMember: {
    prefix: '00v',
    cascade: ['CampaignId'],
    fields: { CampaignId: 'Reference !' },
    picklists: { Status: '*Sent|Responded' }
  },
  CampaignShare: share('08s', 'Campaign'),
  Individual: { prefix: '0PK', fields: { LastName: 'String 80 !', Name: 'String 121 ~' } },
  DuplicateRule: { prefix: '0Bm', nameField: 'DeveloperName', setup: true }
};
