import { defineType } from '../../runtime/library.ts';
import { beanMethods, fieldProperties } from './members.ts';

/** EventBus.ChangeEventHeader. Nothing in the local org publishes change events; code and its tests may construct them. */
class ChangeEventHeader {}

const FIELDS = [
  'changedFields',
  'changeOrigin',
  'changeType',
  'commitNumber',
  'commitTimestamp',
  'commitUser',
  'diffFields',
  'entityName',
  'nulledFields',
  'recordIds',
  'sequenceNumber',
  'transactionEnd',
  'transactionKey'
];

defineType({
  name: 'eventbus.ChangeEventHeader',
  jsClass: ChangeEventHeader,
  constructors: { '*': () => new ChangeEventHeader() },
  properties: fieldProperties(...FIELDS),
  methods: { ...beanMethods(...FIELDS), isTransactionEnd: (self: { transactionEnd?: boolean }) => self.transactionEnd ?? null }
});
