import type { SetupWriter } from './writer.ts';

/** Objects and record types, as SOQL sees them. */
export function putObjects(writer: SetupWriter): void {
  for (const object of writer.model.objects.values()) {
    writer.put(
      'EntityDefinition',
      { QualifiedApiName: object.name },
      {
        DeveloperName: object.name.replace(/__\w+$/, ''),
        Label: object.label,
        MasterLabel: object.label,
        PluralLabel: object.pluralLabel,
        KeyPrefix: object.keyPrefix,
        DurableId: object.name,
        IsQueryable: true
      }
    );
    for (const type of object.recordTypes) {
      writer.put(
        'RecordType',
        { SobjectType: object.name, DeveloperName: type.name },
        { Name: type.label, IsActive: type.active, Description: type.description ?? null }
      );
    }
  }
}

/** The tables behind stages, statuses and priorities, one row per picklist value. */
export function putStatuses(writer: SetupWriter): void {
  const values = (object: string, field: string): readonly string[] =>
    writer
      .object(object)
      .fields.get(field.toLowerCase())
      ?.picklist?.values.map((item) => item.value) ?? [];
  values('Opportunity', 'StageName').forEach((label, index) =>
    writer.put(
      'OpportunityStage',
      { MasterLabel: label },
      { ApiName: label, IsActive: true, SortOrder: index + 1, IsClosed: /^Closed/.test(label), IsWon: label === 'Closed Won' }
    )
  );
  values('Lead', 'Status').forEach((label, index) =>
    writer.put(
      'LeadStatus',
      { MasterLabel: label },
      { ApiName: label, SortOrder: index + 1, IsConverted: label === 'Closed - Converted', IsDefault: index === 0 }
    )
  );
  values('Case', 'Status').forEach((label, index) =>
    writer.put(
      'CaseStatus',
      { MasterLabel: label },
      { ApiName: label, SortOrder: index + 1, IsClosed: label === 'Closed', IsDefault: index === 0 }
    )
  );
  values('Task', 'Status').forEach((label, index) =>
    writer.put(
      'TaskStatus',
      { MasterLabel: label },
      { ApiName: label, SortOrder: index + 1, IsClosed: label === 'Completed', IsDefault: index === 0 }
    )
  );
  values('Task', 'Priority').forEach((label, index) =>
    writer.put(
      'TaskPriority',
      { MasterLabel: label },
      { ApiName: label, SortOrder: index + 1, IsHighPriority: label === 'High', IsDefault: label === 'Normal' }
    )
  );
}

/** What every org has one of. */
export function putDefaults(writer: SetupWriter): void {
  writer.put('BusinessHours', { Name: 'Default' }, { IsActive: true, IsDefault: true, TimeZoneSidKey: 'America/Los_Angeles' });
  writer.put('Pricebook2', { Name: 'Standard Price Book' }, { IsActive: true, IsStandard: true });
}
