import type { StandardObject } from './standard-object.ts';

const ACCESS = 'None|Read|Edit|All';
const ROW_CAUSE = 'Owner|Manual|Rule|ImplicitChild|ImplicitParent|Team|GuestRule';

/** The table that holds who may see a record and why. */
export function share(prefix: string, object: string, extra: Readonly<Record<string, string>> = {}): StandardObject {
  return {
    prefix,
    nameField: null,
    fields: {
      [`${object}Id`]: 'Reference !',
      UserOrGroupId: 'Reference !',
      [`${object}AccessLevel`]: 'Picklist 40 !',
      RowCause: 'Picklist 40',
      ...extra
    },
    picklists: { [`${object}AccessLevel`]: ACCESS, RowCause: ROW_CAUSE },
    references: { UserOrGroupId: ['Group', 'User'] },
    cascade: [`${object}Id`]
  };
}
