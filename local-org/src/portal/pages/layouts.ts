import type { OrgModel, XmlObject } from '../../metadata/model.ts';
import { xmlFlag, xmlObjects, xmlText, xmlTexts } from '../../metadata/xml.ts';

export interface LayoutItem {
  readonly field: string;
  readonly behavior: 'Edit' | 'Required' | 'Readonly';
}

export interface LayoutSection {
  readonly label: string;
  readonly showLabel: boolean;
  readonly columns: readonly (readonly LayoutItem[])[];
}

export interface LayoutRelatedList {
  /** `AI_Recommendation__c.Deal_Registration__c`, `RelatedActivityList`, `RelatedProcessHistoryList`. */
  readonly name: string;
  readonly fields: readonly string[];
}

export interface RecordLayout {
  readonly sections: readonly LayoutSection[];
  readonly relatedLists: readonly LayoutRelatedList[];
}

/** The page layout of an object: the first by name, as no profile assigns another. */
export function recordLayout(model: OrgModel, objectApiName: string): RecordLayout | null {
  const prefix = `${objectApiName.toLowerCase()}-`;
  const layouts = [...(model.components.get('layout') ?? [])]
    .filter(([name]) => name.startsWith(prefix))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const body = layouts[0]?.[1].body;
  if (!body) return null;
  return {
    sections: xmlObjects(body, 'layoutSections')
      .map(section)
      .filter((candidate) => candidate.columns.some((column) => column.length > 0)),
    relatedLists: xmlObjects(body, 'relatedLists').map((list) => ({
      name: xmlText(list, 'relatedList') ?? '',
      fields: xmlTexts(list, 'fields')
    }))
  };
}

function section(body: XmlObject): LayoutSection {
  return {
    label: xmlText(body, 'label') ?? '',
    showLabel: xmlFlag(body, 'detailHeading'),
    columns: xmlObjects(body, 'layoutColumns').map((column) =>
      xmlObjects(column, 'layoutItems').flatMap((item) => {
        const field = xmlText(item, 'field');
        return field ? [{ field, behavior: (xmlText(item, 'behavior') ?? 'Edit') as LayoutItem['behavior'] }] : [];
      })
    )
  };
}
