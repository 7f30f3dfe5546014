/** Static resources come from this server; a page never loads anything from elsewhere. */
function load(element: HTMLScriptElement | HTMLLinkElement): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => reject(new Error('The static resource could not be loaded')));
    document.head.append(element);
  });
}

export function loadScript(_component: unknown, url: string): Promise<void> {
  return load(Object.assign(document.createElement('script'), { src: url }));
}

export function loadStyle(_component: unknown, url: string): Promise<void> {
  return load(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
}
