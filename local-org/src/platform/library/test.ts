import { MIXED_DML } from '../../database/dml/mixed.ts';
import { current } from '../../runtime/execution.ts';
import { callMethod } from '../../runtime/call.ts';
import { defineType } from '../../runtime/library.ts';
import type { ApexDatetime } from '../../runtime/values/datetime.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { ApexId } from '../../runtime/values/id.ts';
import type { ApexList } from '../../runtime/values/list.ts';
import type { TypeToken } from '../../runtime/values/type-token.ts';
import type { TestContext } from '../async/test-context.ts';
import { runQueuedWork } from '../async/test-work.ts';
import { freshLimits, startCpuTime } from '../limits.ts';
import { selectRows, updateRow } from '../rows.ts';
import { services } from '../services.ts';
import { InstallContext } from './install.ts';
import { createStub } from './stub.ts';

function context(): TestContext {
  return services().test ?? throwApex('System.UnsupportedOperationException', 'This method can be called from a test method only');
}

/** The package installer's transaction: a test installs for the user who runs it. */
function testInstall(handler: unknown, previous: unknown, isPush = false): void {
  context();
  callMethod(handler, 'onInstall', [new InstallContext(previous, isPush)]);
}

defineType({
  name: 'System.Test',
  statics: {
    isRunningTest: () => current().isTest,
    startTest: () => {
      const test = context();
      if (test.phase !== 'before') throwApex('System.FinalException', 'Testing already started');
      test.phase = 'started';
      test.outerLimits = { ...current().limits };
      Object.assign(current().limits, freshLimits());
      startCpuTime(current());
      current().slots.delete(MIXED_DML);
      return null;
    },
    stopTest: () => {
      const test = context();
      if (test.phase !== 'started') throwApex('System.FinalException', 'Testing has not started');
      test.phase = 'stopped';
      try {
        runQueuedWork(services());
      } finally {
        Object.assign(current().limits, test.outerLimits);
        startCpuTime(current());
      }
      return null;
    },
    setMock: (token: TypeToken, instance: unknown) => {
      context().mocks.set(token.type.name.replace(/^System\./i, '').toLowerCase(), instance);
      return null;
    },
    createStub: (token: TypeToken, provider: unknown) => createStub(token, provider),
    setFixedSearchResults: (ids: ApexList) => {
      context().fixedSearchResults = ids.items.map((id) => (id instanceof ApexId ? id : ApexId.of(String(id))));
      return null;
    },
    setCreatedDate: (id: ApexId, created: ApexDatetime) => {
      context();
      const object = [...current().org.model.objects.values()].find((each) => each.keyPrefix === id.keyPrefix);
      if (!object) throwApex('System.UnexpectedException', `Unknown record: ${id.value}`);
      updateRow(object.name, id, { CreatedDate: created });
      return null;
    },
    getStandardPricebookId: () => selectRows('SELECT Id FROM Pricebook2 WHERE IsStandard = true LIMIT 1')[0]?.get('Id') ?? null,
    calculatePermissionSetGroup: () => null,
    testInstall
  }
});
