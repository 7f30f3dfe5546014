/** Where the user is within the shell: one history for every component on the page. */
type Listener = (path: string) => void;

const listeners = new Set<Listener>();

/** Path and query of the current page, without the origin. */
export function currentPath(): string {
  return location.pathname + location.search;
}

export function go(url: string, replace = false): void {
  const target = new URL(url, location.href);
  if (target.origin !== location.origin || !inShell(target.pathname)) {
    location.assign(target.href);
    return;
  }
  history[replace ? 'replaceState' : 'pushState'](null, '', target.pathname + target.search + target.hash);
  announce();
}

export function onNavigate(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The page prefix this shell owns; anything else is another document, and so is the platform's own below it (logging out). */
let shellPrefix = '/';
export function ownPrefix(prefix: string): void {
  shellPrefix = prefix;
}

function inShell(pathname: string): boolean {
  const below = shellPrefix.replace(/\/?$/, '/');
  return pathname === shellPrefix || (pathname.startsWith(below) && !pathname.startsWith(`${below}secur/`));
}

function announce(): void {
  scrollTo(0, 0);
  for (const listener of [...listeners]) listener(currentPath());
}

addEventListener('popstate', announce);

/** Plain links work like navigation, so that components may simply write hrefs. */
document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && node.hasAttribute('href'));
  const href = link?.getAttribute('href') ?? '';
  if (!link || href.startsWith('#') || link.target === '_blank' || link.hasAttribute('download')) return;
  const target = new URL(link.href);
  if (target.origin !== location.origin || !inShell(target.pathname)) return;
  event.preventDefault();
  go(target.href);
});
