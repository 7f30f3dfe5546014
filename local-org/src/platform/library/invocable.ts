import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { ANY, BOOLEAN, STRING, listOf, mapOf, platformType } from '../../runtime/types.ts';
import { unsupported } from '../../runtime/unsupported.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { ApexMap } from '../../runtime/values/map.ts';

/** Flows are not run in the local org: starting one that exists is an error naming it, one that does not fails as it would on the platform. */
function flowExists(name: string): boolean {
  return current().org.model.components.get('flow')?.has(name.toLowerCase()) ?? false;
}

class Interview {
  readonly flow: string;
  constructor(flow: string) {
    this.flow = flow;
  }
}

function createInterview(flow: string): Interview {
  return new Interview(flow);
}

defineType({
  name: 'Flow.Interview',
  jsClass: Interview,
  statics: {
    'createInterview/2': (flow: string) => createInterview(flow),
    'createInterview/3': (namespace: string | null, flow: string) => createInterview(namespace ? `${namespace}__${flow}` : flow)
  },
  methods: {
    start: ({ flow }: Interview) => unsupported(`Flow.Interview.start of ${flow}`),
    getVariableValue: ({ flow }: Interview) => unsupported(`Flow.Interview.getVariableValue of ${flow}`)
  }
});

const INPUTS = mapOf(STRING, ANY);

class ActionError {
  readonly code: string | null;
  readonly message: string | null;
  constructor(code: string | null, message: string | null) {
    this.code = code;
    this.message = message;
  }
}

class Action {
  readonly type: string;
  readonly namespace: string | null;
  readonly name: string | null;
  invocations: ApexMap[] = [];

  constructor(type: string, namespace: string | null, name: string | null) {
    this.type = type;
    this.namespace = namespace;
    this.name = name;
  }

  get standard(): boolean {
    return this.name === null;
  }

  copy(): Action {
    const copy = new Action(this.type, this.namespace, this.name);
    copy.invocations = [...this.invocations];
    return copy;
  }

  invoke(): ApexList {
    const name = this.name ?? this.type;
    if (this.type.toLowerCase() !== 'flow' || flowExists(name))
      return unsupported(`Invocable.Action.invoke of the ${this.standard ? 'standard action' : this.type} ${name}`);
    const error = new ActionError('INVALID_API_INPUT', `No flow with the name ${name} exists`);
    return new ApexList(
      RESULT,
      this.invocations.map((inputs) => new ActionResult(this, false, [error], new ApexMap(STRING, ANY), inputs))
    );
  }
}

const ERROR = platformType('Invocable.Action.Error');
const RESULT = platformType('Invocable.Action.Result');

class ActionResult {
  readonly action: Action | null;
  readonly success: boolean;
  readonly errors: ApexList;
  readonly outputs: ApexMap;
  readonly inputs: ApexMap;

  constructor(action: Action | null, success: boolean, errors: readonly ActionError[], outputs: ApexMap, inputs: ApexMap) {
    this.action = action;
    this.success = success;
    this.errors = new ApexList(ERROR, [...errors]);
    this.outputs = outputs;
    this.inputs = inputs;
  }
}

defineType({
  name: 'Invocable.Action',
  jsClass: Action,
  statics: {
    'createCustomAction/2': (type: string, name: string) => new Action(type, null, name),
    'createCustomAction/3': (type: string, namespace: string, name: string) => new Action(type, namespace, name),
    createStandardAction: (type: string) => new Action(type, null, null)
  },
  methods: {
    addInvocation: (self: Action) => {
      self.invocations.push(new ApexMap(STRING, ANY));
      return self;
    },
    clearInvocations: (self: Action) => {
      self.invocations = [];
      return self;
    },
    clone: (self: Action) => self.copy(),
    getName: (self: Action) => self.name ?? self.type,
    getNamespace: (self: Action) => self.namespace,
    getType: (self: Action) => self.type,
    invoke: (self: Action) => self.invoke(),
    isStandard: (self: Action) => self.standard,
    setInvocationParameter: (self: Action, name: string, value: unknown) => {
      if (self.invocations.length === 0) self.invocations.push(new ApexMap(STRING, ANY));
      self.invocations.at(-1)!.put(name, value);
      return self;
    },
    setInvocations: (self: Action, invocations: ApexList) => {
      self.invocations = [...invocations.items] as ApexMap[];
      return self;
    }
  }
});

defineType({
  name: 'Invocable.Action.Error',
  jsClass: ActionError,
  json: {
    members: { code: STRING, message: STRING },
    write: ({ code, message }: ActionError) => ({ code, message }),
    read: ({ code, message }) => new ActionError(code as string | null, message as string | null)
  },
  methods: {
    clone: ({ code, message }: ActionError) => new ActionError(code, message),
    getCode: (self: ActionError) => self.code,
    getMessage: (self: ActionError) => self.message
  }
});

defineType({
  name: 'Invocable.Action.Result',
  jsClass: ActionResult,
  json: {
    members: { success: BOOLEAN, errors: listOf(ERROR), outputParameters: INPUTS },
    write: ({ success, errors, outputs }: ActionResult) => ({ action: null, errors, success, outputParameters: outputs }),
    read: ({ success, errors, outputParameters }) =>
      new ActionResult(
        null,
        success === true,
        ((errors as ApexList | null)?.items ?? []) as ActionError[],
        (outputParameters as ApexMap | null) ?? new ApexMap(STRING, ANY),
        new ApexMap(STRING, ANY)
      )
  },
  methods: {
    clone: (self: ActionResult) =>
      new ActionResult(self.action, self.success, self.errors.items as ActionError[], self.outputs, self.inputs),
    getAction: (self: ActionResult) => self.action,
    getErrors: (self: ActionResult) => self.errors,
    getInvocationParameters: (self: ActionResult) => self.inputs,
    getOutputParameters: (self: ActionResult) => self.outputs,
    isSuccess: (self: ActionResult) => self.success
  }
});
