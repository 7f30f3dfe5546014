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

interface StatusTable {
  readonly object: string;
  readonly field: string;
  readonly table: string;
  /** What the table knows of a value beyond its name and place. */
  more(label: string, index: number): Readonly<Record<string, unknown>>;
}

const STATUS_TABLES: readonly StatusTable[] = [
  {
    object: 'Opportunity',
    field: 'StageName',
    table: 'OpportunityStage',
    more: (label) => ({ IsActive: true, IsClosed: label.startsWith('Closed'), IsWon: label === 'Closed Won' })
  },
  {
    object: 'Lead',
    field: 'Status',
    table: 'LeadStatus',
    more: (label, index) => ({ IsConverted: label === 'Closed - Converted', IsDefault: index === 0 })
  },
  {
    object: 'Case',
    field: 'Status',
    table: 'CaseStatus',
    more: (label, index) => ({ IsClosed: label === 'Closed', IsDefault: index === 0 })
  },
  {
    object: 'Task',
    field: 'Status',
    table: 'TaskStatus',
    more: (label, index) => ({ IsClosed: label === 'Completed', IsDefault: index === 0 })
  },
  {
    object: 'Task',
    field: 'Priority',
    table: 'TaskPriority',
    more: (label) => ({ IsHighPriority: label === 'High', IsDefault: label === 'Normal' })
  }
];

/** The tables behind stages, statuses and priorities, one row per picklist value. */
export function putStatuses(writer: SetupWriter): void {
  for (const { object, field, table, more } of STATUS_TABLES) {
    const values = writer.object(object).fields.get(field.toLowerCase())?.picklist?.values ?? [];
    values.forEach(({ value }, index) =>
      writer.put(table, { MasterLabel: value }, { ApiName: value, SortOrder: index + 1, ...more(value, index) })
    );
  }
}

/** What every org has one of. */
export function putDefaults(writer: SetupWriter): void {
  writer.put('BusinessHours', { Name: 'Default' }, { IsActive: true, IsDefault: true, TimeZoneSidKey: 'America/Los_Angeles' });
  writer.put('Pricebook2', { Name: 'Standard Price Book' }, { IsActive: true, IsStandard: true });
}
