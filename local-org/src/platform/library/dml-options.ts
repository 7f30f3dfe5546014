import { defineType } from '../../runtime/library.ts';
import { rowOptions, setRowOptions } from '../../runtime/row-options.ts';
import { BOOLEAN } from '../../runtime/types.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import type { SObject } from '../../runtime/values/sobject.ts';

class DuplicateRuleHeader {
  allowSave: boolean | null = null;
  runAsCurrentUser: boolean | null = null;
}

class AssignmentRuleHeader {}

class EmailHeader {
  triggerAutoResponseEmail: boolean | null = null;
  triggerOtherEmail: boolean | null = null;
  triggerUserEmail: boolean | null = null;
}

/** Database.DMLOptions. E-mail headers are accepted and send nothing: rule e-mails are not modelled. */
export class DmlOptionsValue {
  optAllOrNone: boolean | null = null;
  allowFieldTruncation: boolean | null = null;
  readonly duplicateRuleHeader = new DuplicateRuleHeader();
  readonly assignmentRuleHeader = new AssignmentRuleHeader();
  readonly emailHeader = new EmailHeader();
}

function unsupported(name: string): { set: () => never } {
  return { set: () => throwApex('System.UnsupportedOperationException', `Not implemented in the local org: Database.DMLOptions.${name}`) };
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
    localeOptions: unsupported('LocaleOptions')
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
    assignmentRuleId: unsupported('AssignmentRuleHeader.AssignmentRuleId'),
    useDefaultRule: unsupported('AssignmentRuleHeader.UseDefaultRule')
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
