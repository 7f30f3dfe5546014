import type { StandardObject } from './standard-object.ts';
import { share } from './share.ts';

/** Cases, the hours they are worked in, and the solutions and ideas beside them. */
export const SERVICE_OBJECTS: Readonly<Record<string, StandardObject>> = {
  Case: {
    prefix: '500',
    activities: true,
    sharing: 'ReadWrite',
    nameField: 'CaseNumber',
    fields: {
      CaseNumber: 'AutoNumber 30 ~',
      Subject: 'String 255',
      Description: 'LongTextArea 32000',
      SuppliedEmail: 'Email 80',
      IsClosed: 'Boolean ~',
      IsEscalated: 'Boolean',
      ClosedDate: 'DateTime ~',
      Comments: 'LongTextArea 4000'
    },
    references: { OwnerId: ['Group', 'User'] },
    picklists: {
      Status: '*New|Working|Escalated|Closed',
      Priority: 'High|*Medium|Low',
      Origin: 'Phone|Email|Web',
      Reason: 'Installation|Equipment Complexity|Performance|Breakdown|Equipment Design|Feedback|Other',
      Type: 'Mechanical|Electrical|Electronic|Structural|Other'
    }
  },
  CaseComment: {
    prefix: '00a',
    nameField: null,
    cascade: ['ParentId'],
    fields: { ParentId: 'Reference !', CommentBody: 'LongTextArea 4000' }
  },
  CaseStatus: { prefix: '01R', setup: true, nameField: 'MasterLabel' },
  CaseShare: share('01n', 'Case'),
  CaseHistory: { prefix: '0R4', nameField: null, cascade: ['CaseId'] },
  BusinessHours: { prefix: '01m', setup: true, fields: { Name: 'String 80 !' } },
  Holiday: { prefix: '0C0', setup: true },
  Solution: { prefix: '501', nameField: 'SolutionName' },
  Idea: { prefix: '087', nameField: 'Title' },
  Vote: { prefix: '083', nameField: null }
};
