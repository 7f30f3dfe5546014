import type { StandardObject } from './standard-object.ts';

/** Products and price books, and what is quoted, contracted, ordered and installed. */
export const ORDER_OBJECTS: Readonly<Record<string, StandardObject>> = {
  Product2: {
    prefix: '01t',
    label: 'Product',
    sharing: 'ReadWrite',
    fields: { Name: 'String 255 !', Description: 'LongTextArea 4000', IsActive: 'Boolean', ProductCode: 'String 255' }
  },
  Pricebook2: { prefix: '01s', label: 'Price Book', fields: { Name: 'String 255 !' } },
  PricebookEntry: {
    prefix: '01u',
    label: 'Price Book Entry',
    fields: { UnitPrice: 'Currency !', Name: 'String 255 ~' },
    cascade: ['Product2Id']
  },
  Quote: {
    prefix: '0Q0',
    sharing: 'ControlledByParent',
    fields: { Name: 'String 255 !', OpportunityId: 'Reference !' },
    picklists: { Status: '*Draft|Needs Review|In Review|Approved|Rejected|Presented|Accepted|Denied' }
  },
  Contract: {
    prefix: '800',
    nameField: 'ContractNumber',
    activities: true,
    sharing: 'ReadWrite',
    fields: { ContractNumber: 'AutoNumber 30 ~', Description: 'LongTextArea 32000', AccountId: 'Reference !' },
    picklists: { Status: '*Draft|In Approval Process|Activated' }
  },
  Order: {
    prefix: '801',
    nameField: 'OrderNumber',
    activities: true,
    sharing: 'ReadWrite',
    fields: { OrderNumber: 'AutoNumber 30 ~' },
    picklists: { Status: '*Draft|Activated' }
  },
  OrderItem: { prefix: '802', nameField: 'OrderItemNumber', fields: { OrderItemNumber: 'AutoNumber 30 ~' }, cascade: ['OrderId'] },
  Asset: { prefix: '02i', activities: true, sharing: 'ControlledByParent', fields: { Name: 'String 255 !' } }
};
