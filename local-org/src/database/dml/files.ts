import { createHash } from 'node:crypto';
import type { ObjectModel } from '../../metadata/model.ts';
import { current } from '../../runtime/execution.ts';
import { ApexBlob } from '../../runtime/values/blob.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { insertRecord } from '../records.ts';
import { fail } from './work.ts';
import type { Engine, Work } from './work.ts';

/** A new file version makes its document, or becomes the latest version of the one it names. */
export function prepareContentVersion(work: Work, engine: Engine): void {
  const { row } = work;
  const data = row.get('VersionData');
  if (!(data instanceof ApexBlob))
    return fail(work, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [VersionData]', ['VersionData']);
  if (row.get('PathOnClient') === null)
    return fail(work, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [PathOnClient]', ['PathOnClient']);
  if (data.bytes.length === 0) return fail(work, 'FIELD_INTEGRITY_EXCEPTION', 'The file is empty', ['VersionData']);
  const path = (row.get('PathOnClient') as string | null) ?? '';
  const extension = /\.([^./\\]+)$/.exec(path)?.[1] ?? null;
  if (row.get('Title') === null) row.values.set('Title', path.replace(/\.[^.]*$/, '') || 'Untitled');
  row.values.set('FileExtension', extension);
  row.values.set('FileType', fileType(extension));
  row.values.set('ContentSize', data.bytes.length);
  row.values.set('Checksum', createHash('md5').update(data.bytes).digest('hex'));
  row.values.set('IsLatest', true);
  let documentId = row.get('ContentDocumentId');
  let version = 1;
  if (documentId instanceof ApexId) {
    const count = engine.store.get('SELECT COUNT(*) FROM "ContentVersion" WHERE "ContentDocumentId" = ?', [documentId.value])!;
    version = Number(count[0]) + 1;
    engine.store.run('UPDATE "ContentVersion" SET "IsLatest" = 0 WHERE "ContentDocumentId" = ?', [documentId.value]);
  } else {
    documentId = createDocument(work, engine);
    row.values.set('ContentDocumentId', documentId);
  }
  row.values.set('VersionNumber', String(version));
}

/** Types that are not named like their extensions. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  txt: 'TEXT',
  docx: 'WORD_X',
  doc: 'WORD',
  xlsx: 'EXCEL_X',
  xls: 'EXCEL',
  pptx: 'POWER_POINT_X',
  ppt: 'POWER_POINT',
  jpeg: 'JPG',
  md: 'UNKNOWN',
  htm: 'HTML'
};

function fileType(extension: string | null): string {
  if (extension === null) return 'UNKNOWN';
  return FILE_TYPES[extension.toLowerCase()] ?? extension.toUpperCase();
}

function createDocument(work: Work, engine: Engine): ApexId {
  const object = engine.model.objects.get('contentdocument')!;
  const id = ApexId.of(engine.store.newId(object.keyPrefix));
  const user = ApexId.of(current().user.id);
  const at = ApexDatetime.now();
  const { row } = work;
  insertRecord(
    engine.store,
    object,
    new Map<string, unknown>([
      ['Id', id],
      ['Title', row.get('Title')],
      ['FileType', row.get('FileType')],
      ['FileExtension', row.get('FileExtension')],
      ['ContentSize', row.get('ContentSize')],
      ['OwnerId', user],
      ['CreatedById', user],
      ['CreatedDate', at],
      ['LastModifiedById', user],
      ['LastModifiedDate', at],
      ['SystemModstamp', at]
    ])
  );
  link(id, user, 'I', engine);
  const location = row.get('FirstPublishLocationId');
  if (location instanceof ApexId) link(id, location, 'V', engine);
  return id;
}

function link(documentId: ApexId, entityId: ApexId, shareType: string, engine: Engine): void {
  const object = engine.model.objects.get('contentdocumentlink')!;
  insertRecord(
    engine.store,
    object,
    new Map<string, unknown>([
      ['Id', ApexId.of(engine.store.newId(object.keyPrefix))],
      ['ContentDocumentId', documentId],
      ['LinkedEntityId', entityId],
      ['ShareType', shareType],
      ['Visibility', 'AllUsers'],
      ['SystemModstamp', ApexDatetime.now()]
    ])
  );
}

/** A file is linked to a record once. */
export function checkFileLinks(object: ObjectModel, works: readonly Work[], engine: Engine): void {
  if (object.name !== 'ContentDocumentLink') return;
  const seen = new Set<string>();
  for (const work of works) {
    if (work.before) continue;
    const [document, entity] = ['ContentDocumentId', 'LinkedEntityId'].map((name) => String(work.row.get(name)));
    const known = engine.store.get(
      'SELECT 1 FROM "ContentDocumentLink" WHERE "ContentDocumentId" = ? AND "LinkedEntityId" = ? AND "IsDeleted" = 0',
      [document!, entity!]
    );
    if (known || seen.has(`${document} ${entity}`))
      fail(work, 'DUPLICATE_VALUE', 'duplicate value found: <unknown> duplicates value on record with id: <unknown>', []);
    seen.add(`${document} ${entity}`);
  }
}

/** The document shows its latest version. */
export function afterContentVersion(work: Work, engine: Engine): void {
  const { row } = work;
  engine.store.run('UPDATE "ContentDocument" SET "LatestPublishedVersionId" = ?, "Title" = ?, "ContentSize" = ? WHERE "Id" = ?', [
    (row.get('Id') as ApexId).value,
    row.get('Title') as string,
    row.get('ContentSize') as number,
    (row.get('ContentDocumentId') as ApexId).value
  ]);
}
