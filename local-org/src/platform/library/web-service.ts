import { callMethod } from '../../runtime/call.ts';
import { defineType } from '../../runtime/library.ts';
import { unsupported } from '../../runtime/unsupported.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import type { ApexList } from '../../runtime/values/list.ts';
import type { ApexMap } from '../../runtime/values/map.ts';
import { consume } from '../limits.ts';
import { services } from '../services.ts';

/**
 * The call that classes generated from a WSDL make: `info` names endpoint, SOAP action, request, response namespace,
 * response and its type. Tests answer it with a WebServiceMock.
 */
function invoke(stub: unknown, request: unknown, response: ApexMap, info: ApexList): null {
  consume('callouts');
  const { test } = services();
  if (!test) return unsupported('System.WebServiceCallout.invoke outside of tests');
  const mock =
    test.mocks.get('webservicemock') ??
    throwApex('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts');
  const [endpoint, soapAction, , requestName, responseNamespace, responseName, responseType] = sevenOf(info);
  callMethod(mock, 'doInvoke', [stub, request, response, endpoint, soapAction, requestName, responseNamespace, responseName, responseType]);
  return null;
}

/** Generated classes pass endpoint, action, request namespace, request, response namespace, response, type. */
function sevenOf({ items }: ApexList): readonly unknown[] {
  return items.length >= 7 ? items : throwApex('System.CalloutException', `Web service callout with ${items.length} of 7 details`);
}

defineType({ name: 'System.WebServiceCallout', statics: { invoke } });
