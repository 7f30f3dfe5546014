/**
 * Path of a request for routing. Clients join an instance URL that ends in a slash with a path that begins with one, and
 * Salesforce does not mind.
 */
export function requestPath(request: Request): string {
  const { pathname } = new URL(request.url);
  return pathname.replace(/\/{2,}/g, '/');
}
