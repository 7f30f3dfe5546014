import { describe, expect, it } from 'vitest';
import { within } from '../runtime/execution.ts';
import { compileAnonymous } from './index.ts';
import { compiled, errorsOf, execution, testModel } from './test-org.ts';

describe('triggers', () => {
  it('runs variables and statements of the body in order, outside a trigger event', () => {
    const program = compiled({
      Log: "public class Log { public static String text = ''; public static String read() { return text; } }",
      OnDeal:
        "trigger OnDeal on deal__C (before insert, after update) {\n Integer n = 1;\n n += 2;\n String s = 'n' + n;\n if (!Trigger.isExecuting) { Log.text = s + Trigger.isBefore + Trigger.new; }\n}"
    });
    const [trigger] = program.triggers;
    expect(trigger).toMatchObject({ name: 'OnDeal', object: 'Deal__c', events: ['before insert', 'after update'] });
    const log = program.classes.get('log')?.jsClass as unknown as Record<string, () => unknown>;
    const text = within(execution(program), () => {
      trigger?.run();
      return log['read$']?.();
    });
    expect(text).toBe('n3falsenull');
  });

  it('types the trigger variables by the object', () =>
    expect(
      errorsOf({
        T: 'trigger T on Deal__c (before insert) { for (Deal__c d : Trigger.new) { d.Missing__c = Trigger.oldMap.get(d.Id).Amount__c; } }'
      }).map((error) => error.message)
    ).toEqual(['Variable does not exist: Missing__c']));

  it('reports an unknown object', () =>
    expect(errorsOf({ T: 'trigger T on Missing__c (before insert) { }' }).map((error) => error.message)).toEqual([
      'Invalid type: Missing__c'
    ]));
});

describe('execute anonymous', () => {
  const program = compiled({ Counter: 'public class Counter { public static Integer n = 0; }' });
  const model = testModel({});

  it('runs against the classes of the program, with methods and classes of its own', () => {
    const { run, errors } = compileAnonymous(
      model,
      program,
      'Integer two = new Step().size(); Counter.n += two; add(5); void add(Integer i) { Counter.n += i; } public class Step { public Integer size() { return 2; } }'
    );
    expect(errors).toEqual([]);
    const total = compileAnonymous(
      model,
      program,
      'if (Counter.n != 7) { throw new IllegalArgumentException(String.valueOf(Counter.n)); }'
    );
    within(execution(program), () => {
      run?.();
      total.run?.();
    });
  });

  it('reports mistakes without touching the program', () => {
    expect(compileAnonymous(model, program, 'Integer i = missing;')).toMatchObject({
      run: null,
      errors: [{ line: 1, message: 'Variable does not exist: missing' }]
    });
    expect(compileAnonymous(model, program, 'Integer i = ').run).toBeNull();
    expect(compileAnonymous(model, program, 'Counter.n = 1;').errors).toEqual([]);
  });
});
