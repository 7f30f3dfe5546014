import type { StandardObject } from './standard-object.ts';

/** Files as content, and the older documents, attachments and notes. */
export const FILE_OBJECTS: Readonly<Record<string, StandardObject>> = {
  ContentVersion: {
    prefix: '068',
    nameField: 'Title',
    fields: {
      Title: 'String 255',
      PathOnClient: 'String 500',
      Description: 'LongTextArea 1000',
      ContentSize: 'Integer ~',
      FileType: 'String 20 ~',
      FileExtension: 'String 40 ~',
      IsLatest: 'Boolean ~',
      ContentDocumentId: 'Reference',
      VersionNumber: 'String 20 ~',
      Checksum: 'String 50 ~',
      TextPreview: 'String 255 ~',
      PublishStatus: 'Picklist 40 ~'
    },
    references: { FirstPublishLocationId: ['*any'] },
    cascade: ['ContentDocumentId'],
    picklists: { Origin: '*C|H', SharingOption: '*A|R', SharingPrivacy: '*N|P' }
  },
  ContentDocument: {
    prefix: '069',
    nameField: 'Title',
    fields: {
      Title: 'String 255 ~',
      FileType: 'String 20 ~',
      FileExtension: 'String 40 ~',
      ContentSize: 'Integer ~',
      LatestPublishedVersionId: 'Reference ~',
      Description: 'LongTextArea 1000'
    }
  },
  ContentDocumentLink: {
    prefix: '06A',
    nameField: null,
    fields: { LinkedEntityId: 'Reference !', ContentDocumentId: 'Reference !' },
    picklists: { ShareType: '*V|C|I', Visibility: '*AllUsers|InternalUsers|SharedUsers' },
    references: { LinkedEntityId: ['*any'] },
    cascade: ['ContentDocumentId', 'LinkedEntityId']
  },
  ContentDistribution: {
    prefix: '05D',
    fields: {
      ContentVersionId: 'Reference !',
      ContentDocumentId: 'Reference ~',
      ContentDownloadUrl: 'Url ~',
      DistributionPublicUrl: 'Url ~',
      PdfDownloadUrl: 'Url ~'
    },
    references: { RelatedRecordId: ['*any'] }
  },
  Document: { prefix: '015' },
  Folder: { prefix: '00l', setup: true },
  Attachment: {
    prefix: '00P',
    fields: { Name: 'String 255 !', ParentId: 'Reference !', Description: 'String 500' },
    references: { ParentId: ['*any'], OwnerId: ['User'] },
    cascade: ['ParentId']
  },
  Note: {
    prefix: '002',
    nameField: 'Title',
    fields: { Title: 'String 80 !', Body: 'LongTextArea 32000', ParentId: 'Reference !' },
    references: { ParentId: ['*any'] },
    cascade: ['ParentId']
  }
};
