import { parentPort, workerData } from 'node:worker_threads';
import { openOnThread } from '../open-org.ts';
import { describeError } from '../platform/async/jobs.ts';
import { setOrgUrl } from '../runtime/library/url.ts';
import { ApexException } from '../runtime/values/exception.ts';
import { unpack } from './carry.ts';
import { encode } from './graph.ts';
import type { FromThread, ThreadData, ToThread } from './messages.ts';
import { performOnThread } from './perform.ts';
import { answerRequest } from './requests.ts';
import '../api/anonymous.ts';
import '../api/apex.ts';
import './aura.ts';

/** An Apex thread: the org's program and rows again, doing one call after the other. */
const port = parentPort!;
const say = (message: FromThread): void => port.postMessage(message);

const data = workerData as ThreadData;
setOrgUrl(data.url);
const org = openOnThread(data, say);

port.on('message', ({ id, call }: ToThread) => {
  try {
    if (call.kind === 'order') {
      performOnThread(org.platform, unpack(org, call.order));
      say({ kind: 'answer', id, value: null });
    } else say({ kind: 'answer', id, value: answerRequest(org, call) });
  } catch (error) {
    const exception = error instanceof ApexException ? encode(error) : null;
    say({ kind: 'fault', id, reason: describeError(error), exception, stack: (error as Error).stack ?? '' });
  }
});
