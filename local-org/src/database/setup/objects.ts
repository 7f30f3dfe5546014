import type { SetupWriter } from './writer.ts';
import { FORECAST_NAMES, statusValue } from '../../metadata/status-values.ts';
import type { StatusValue } from '../../metadata/status-values.ts';
import { Decimal } from '../../runtime/values/decimal.ts';

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
  /** Named like the standard value set. */
  readonly table: 'OpportunityStage' | 'LeadStatus' | 'CaseStatus' | 'TaskStatus' | 'TaskPriority';
  /** What the table knows of a value beyond its name and place. */
  more(value: StatusValue, index: number, label: string): Readonly<Record<string, unknown>>;
}

const STATUS_TABLES: readonly StatusTable[] = [
  {
    object: 'Opportunity',
    field: 'StageName',
    table: 'OpportunityStage',
    more: ({ closed, won, probability, forecastCategory }) => ({
      IsActive: true,
      IsClosed: closed,
      IsWon: won,
      DefaultProbability: probability === null ? null : Decimal.fromInteger(probability),
      ForecastCategory: forecastCategory,
      ForecastCategoryName: forecastCategory === null ? null : (FORECAST_NAMES[forecastCategory] ?? forecastCategory)
    })
  },
  {
    object: 'Lead',
    field: 'Status',
    table: 'LeadStatus',
    more: ({ converted }, index) => ({ IsConverted: converted, IsDefault: index === 0 })
  },
  {
    object: 'Case',
    field: 'Status',
    table: 'CaseStatus',
    more: ({ closed }, index) => ({ IsClosed: closed, IsDefault: index === 0 })
  },
  {
    object: 'Task',
    field: 'Status',
    table: 'TaskStatus',
    more: ({ closed }, index) => ({ IsClosed: closed, IsDefault: index === 0 })
  },
  {
    object: 'Task',
    field: 'Priority',
    table: 'TaskPriority',
    more: ({ highPriority }, _index, label) => ({ IsHighPriority: highPriority, IsDefault: label === 'Normal' })
  }
];

/** The tables behind stages, statuses and priorities, one row per picklist value. */
export function putStatuses(writer: SetupWriter): void {
  for (const { object, field, table, more } of STATUS_TABLES) {
    const values = writer.object(object).fields.get(field.toLowerCase())?.picklist?.values ?? [];
    values.forEach(({ value }, index) =>
      writer.put(
        table,
        { MasterLabel: value },
        { ApiName: value, SortOrder: index + 1, ...more(statusValue(writer.model, table, value), index, value) }
      )
    );
  }
}

/** What every org has one of. */
export function putDefaults(writer: SetupWriter): void {
  writer.put('BusinessHours', { Name: 'Default' }, { IsActive: true, IsDefault: true, TimeZoneSidKey: 'America/Los_Angeles' });
  writer.put('Pricebook2', { Name: 'Standard Price Book' }, { IsActive: true, IsStandard: true });
}
