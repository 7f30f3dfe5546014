import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { rowOptions, setRowOptions } from '../../runtime/row-options.ts';
import { BOOLEAN } from '../../runtime/types.ts';
import { unsupported } from '../../runtime/unsupported.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import type { ApexId } from '../../runtime/values/id.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { fieldProperties } from './members.ts';

class DuplicateRuleHeader {
  allowSave: boolean | null = null;
  runAsCurrentUser: boolean | null = null;
}

class AssignmentRuleHeader {
  assignmentRuleId: ApexId | null = null;
  useDefaultRule: boolean | null = null;
}

class EmailHeader {
  triggerAutoResponseEmail: boolean | null = null;
  triggerOtherEmail: boolean | null = null;
  triggerUserEmail: boolean | null = null;
}

/** Database.DMLOptions. E-mail headers are accepted and send nothing: rule e-mails are not modelled. */
export class DmlOptionsValue {
  optAllOrNone: boolean | null = null;
  allowFieldTruncation: boolean | null = null;
  localeOptions: string | null = null;
  readonly duplicateRuleHeader = new DuplicateRuleHeader();
  readonly assignmentRuleHeader = new AssignmentRuleHeader();
  readonly emailHeader = new EmailHeader();
}

/** Assignment rules are not run: asking for them is refused where the project has some, and means nothing where it has none. */
function refuseAssignment(wanted: unknown): void {
  if (wanted && current().org.model.components.has('assignmentrules')) unsupported('assignment rules through Database.DMLOptions');
}

defineType({
  name: 'Database.DMLOptions',
  jsClass: DmlOptionsValue,
  constructors: { '*': () => new DmlOptionsValue() },
  json: {
    members: { optAllOrNone: BOOLEAN },
    write: ({ optAllOrNone }: DmlOptionsValue) => ({ optAllOrNone }),
    read: ({ optAllOrNone }) => Object.assign(new DmlOptionsValue(), { optAllOrNone })
  },
  properties: {
    optAllOrNone: {
      get: (self: DmlOptionsValue) => self.optAllOrNone,
      set: (self: DmlOptionsValue, value: boolean | null) => {
        self.optAllOrNone = value;
      }
    },
    duplicateRuleHeader: { get: (self: DmlOptionsValue) => self.duplicateRuleHeader },
    assignmentRuleHeader: { get: (self: DmlOptionsValue) => self.assignmentRuleHeader },
    emailHeader: { get: (self: DmlOptionsValue) => self.emailHeader },
    allowFieldTruncation: {
      get: (self: DmlOptionsValue) => self.allowFieldTruncation,
      set: (self: DmlOptionsValue, value: boolean | null) => {
        self.allowFieldTruncation = value;
      }
    },
    // Labels have one language here.
    ...fieldProperties('localeOptions')
  }
});

defineType({
  name: 'System.SObject',
  methods: {
    getOptions: rowOptions,
    setOptions: (row: SObject, options: unknown) => {
      if (options !== null && !(options instanceof DmlOptionsValue))
        throwApex('System.TypeException', 'Invalid conversion to Database.DMLOptions');
      setRowOptions(row, options);
      return null;
    }
  }
});

defineType({
  name: 'Database.DMLOptions.DuplicateRuleHeader',
  jsClass: DuplicateRuleHeader,
  properties: {
    allowSave: {
      get: (self: DuplicateRuleHeader) => self.allowSave,
      set: (self: DuplicateRuleHeader, value: boolean | null) => {
        self.allowSave = value;
      }
    },
    runAsCurrentUser: {
      get: (self: DuplicateRuleHeader) => self.runAsCurrentUser,
      set: (self: DuplicateRuleHeader, value: boolean | null) => {
        self.runAsCurrentUser = value;
      }
    }
  }
});

defineType({
  name: 'Database.DMLOptions.AssignmentRuleHeader',
  jsClass: AssignmentRuleHeader,
  properties: {
    assignmentRuleId: {
      get: (self: AssignmentRuleHeader) => self.assignmentRuleId,
      set: (self: AssignmentRuleHeader, id: ApexId | null) => {
        refuseAssignment(id);
        self.assignmentRuleId = id;
      }
    },
    useDefaultRule: {
      get: (self: AssignmentRuleHeader) => self.useDefaultRule,
      set: (self: AssignmentRuleHeader, value: boolean | null) => {
        refuseAssignment(value);
        self.useDefaultRule = value;
      }
    }
  }
});

const emailFlag = (name: 'triggerAutoResponseEmail' | 'triggerOtherEmail' | 'triggerUserEmail') => ({
  get: (self: EmailHeader) => self[name],
  set: (self: EmailHeader, value: boolean | null) => {
    self[name] = value;
  }
});

defineType({
  name: 'Database.DMLOptions.EmailHeader',
  jsClass: EmailHeader,
  properties: {
    triggerAutoResponseEmail: emailFlag('triggerAutoResponseEmail'),
    triggerOtherEmail: emailFlag('triggerOtherEmail'),
    triggerUserEmail: emailFlag('triggerUserEmail')
  }
});
