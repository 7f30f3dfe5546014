import { resourceContent } from '../../metadata/static-resource.ts';
import { current } from '../../runtime/execution.ts';
import { ApexBlob } from '../../runtime/values/blob.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { component } from '../xml.ts';
import { Headers, HttpResponse } from './messages.ts';
import type { HttpRequest } from './messages.ts';

/** What every response of a static-resource mock carries. */
class MockAnswer {
  readonly headers = new Headers();
  status: string | null = null;
  statusCode = 200;

  protected answer(resource: string): HttpResponse {
    const response = new HttpResponse();
    for (const [name, value] of this.headers.pairs()) response.headers.set(name, value);
    response.status = this.status;
    response.statusCode = this.statusCode;
    response.body = staticResource(resource);
    return response;
  }
}

export class StaticResourceMock extends MockAnswer {
  resource = '';

  respond(): HttpResponse {
    return this.answer(this.resource);
  }
}

export class MultiStaticResourceMock extends MockAnswer {
  readonly resources = new Map<string, string>();

  respond(request: HttpRequest): HttpResponse {
    const resource = this.resources.get(request.endpoint ?? '');
    if (resource === undefined) throwApex('System.CalloutException', `No static resource is set for ${request.endpoint}`);
    return this.answer(resource);
  }
}

/** Content of a static resource: the file beside its -meta.xml. */
export function staticResource(name: string): ApexBlob {
  const found = component(current().org.model, 'StaticResource', name);
  if (!found) throwApex('System.CalloutException', `StaticResource not found: ${name}`);
  const content = resourceContent(found) ?? throwApex('System.CalloutException', `StaticResource has no content: ${name}`);
  return new ApexBlob(content);
}
