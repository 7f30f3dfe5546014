import { existsSync, readFileSync } from 'node:fs';
import type { Component } from '../../metadata/model.ts';
import { resourceContent } from '../../metadata/static-resource.ts';
import { xmlFlag, xmlText } from '../../metadata/xml.ts';
import { ApexBlob } from '../../runtime/values/blob.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { formatId } from '../ids.ts';
import type { SetupWriter } from './writer.ts';

/** Sites, notification types, cache partitions, apps and e-mail templates. */
export function putComponents(writer: SetupWriter): void {
  for (const network of writer.components('Network')) {
    writer.put(
      'Network',
      { Name: network.name },
      {
        UrlPathPrefix: xmlText(network.body, 'urlPathPrefix'),
        Status: xmlText(network.body, 'status') ?? 'Live',
        EmailSenderAddress: xmlText(network.body, 'emailSenderAddress'),
        EmailSenderName: xmlText(network.body, 'emailSenderName')
      }
    );
  }
  for (const type of writer.components('CustomNotificationType')) {
    writer.put(
      'CustomNotificationType',
      { DeveloperName: type.name },
      {
        CustomNotifTypeName: xmlText(type.body, 'customNotifTypeName') ?? type.name,
        NamespacePrefix: writer.model.namespace || null,
        MasterLabel: xmlText(type.body, 'masterLabel') ?? type.name
      }
    );
  }
  for (const partition of writer.components('PlatformCachePartition')) {
    writer.put(
      'PlatformCachePartition',
      { DeveloperName: partition.name },
      {
        MasterLabel: xmlText(partition.body, 'masterLabel') ?? partition.name,
        IsDefaultPartition: xmlFlag(partition.body, 'isDefaultPartition')
      }
    );
  }
  writer.components('CustomApplication').forEach((app, index) =>
    writer.put(
      'AppMenuItem',
      { Name: app.name },
      {
        Label: xmlText(app.body, 'label') ?? app.name,
        Type: 'TabSet',
        ApplicationId: ApexId.of(formatId('02u', index + 1)),
        SortOrder: index + 1,
        IsVisible: true,
        IsAccessible: true
      }
    )
  );
  for (const template of writer.components('EmailTemplate')) putTemplate(writer, template);
}

function putTemplate(writer: SetupWriter, { name, body, path }: Component): void {
  const developerName = name.split('/').at(-1)!;
  const type = xmlText(body, 'type') ?? 'text';
  const content = templateContent(path) ?? xmlText(body, 'content');
  writer.put(
    'EmailTemplate',
    { DeveloperName: developerName },
    {
      Name: xmlText(body, 'name') ?? developerName,
      Subject: xmlText(body, 'subject'),
      Body: type === 'text' ? content : xmlText(body, 'textOnly'),
      HtmlValue: type === 'text' ? null : content,
      IsActive: xmlFlag(body, 'available', true),
      TemplateType: type,
      TemplateStyle: xmlText(body, 'style') ?? 'none',
      Encoding: 'UTF-8'
    }
  );
}

/** The text of a template stands in a file of its own beside its metadata. */
function templateContent(path: string): string | null {
  const file = path.replace(/-meta\.xml$/, '');
  return file !== path && existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Approval processes as SOQL and their instances see them. */
export function putApprovalProcesses(writer: SetupWriter): void {
  for (const { name, body } of writer.components('ApprovalProcess')) {
    const [object, developerName] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)];
    writer.put(
      'ProcessDefinition',
      { TableEnumOrId: object, DeveloperName: developerName },
      {
        Name: xmlText(body, 'label') ?? developerName,
        Type: 'Approval',
        State: xmlFlag(body, 'active') ? 'Active' : 'Inactive',
        LockType: 'Total'
      }
    );
  }
}

/** Triggers and static resources. */
export function putCode(writer: SetupWriter): void {
  for (const source of writer.model.apex.filter((item) => item.kind === 'trigger')) {
    writer.put(
      'ApexTrigger',
      { Name: source.name },
      { Status: 'Active', ApiVersion: Decimal.fromNumber(source.apiVersion), IsValid: true }
    );
  }
  for (const resource of writer.components('StaticResource')) {
    const content = resourceContent(resource);
    writer.put(
      'StaticResource',
      { Name: resource.name },
      {
        ContentType: xmlText(resource.body, 'contentType'),
        Body: content && new ApexBlob(content),
        BodyLength: content?.byteLength ?? 0
      }
    );
  }
}
