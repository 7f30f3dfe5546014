import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rollup';
import type { BaseComponents } from './base-components.ts';
import { salesforceModule, type ModuleSources } from './salesforce-modules.ts';

const BROWSER = path.resolve(import.meta.dirname, '../browser');
const VIRTUAL = '\0salesforce:';

/** Platform modules the portal itself implements, by specifier. Everything else under `lightning/` is a base component. */
const PLATFORM_MODULES: Readonly<Record<string, string>> = {
  'portal/apex': 'platform/apex.ts',
  'portal/context': 'platform/context.ts',
  'portal/http': 'platform/http.ts',
  'portal/router': 'platform/router.ts',
  'lightning/empApi': 'platform/emp-api.ts',
  'lightning/messageService': 'platform/message-service.ts',
  'lightning/navigation': 'platform/navigation.ts',
  'lightning/platformResourceLoader': 'platform/resource-loader.ts',
  'lightning/platformShowToastEvent': 'platform/show-toast-event.ts',
  'lightning/refresh': 'platform/refresh.ts',
  'lightning/uiListsApi': 'platform/ui-lists-api.ts',
  'lightning/uiObjectInfoApi': 'platform/ui-object-info-api.ts',
  'lightning/uiRecordApi': 'platform/ui-record-api.ts',
  'lightning/uiRelatedListApi': 'platform/ui-related-list-api.ts'
};

export interface ModuleOptions extends ModuleSources {
  readonly base: BaseComponents;
  /** Component folders by bundle name, namespace `c`. */
  readonly bundles: ReadonlyMap<string, string>;
}

/**
 * Resolves every bare import of a component the way the platform does, and fails naming the module and its importer when
 * there is no such thing here. Component files carry `?specifier=namespace/name`, which tells LWC's compiler who they are.
 */
export function modules(options: ModuleOptions): Plugin {
  const generated = new Map<string, string>();

  const entry = (specifier: string): string | null => {
    const [namespace, name = ''] = specifier.split('/');
    const folder = namespace === 'c' ? options.bundles.get(name) : namespace === 'shell' ? path.join(BROWSER, 'shell', name) : undefined;
    const file = folder ? script(path.join(folder, name)) : null;
    return file ? `${file}?specifier=${specifier}` : null;
  };

  return {
    name: 'salesforce-modules',
    resolveId(source, importer) {
      if (!importer) return null;
      if (source.startsWith('.')) return sibling(source, importer);
      const platformModule = PLATFORM_MODULES[source];
      if (platformModule) return path.join(BROWSER, platformModule);
      if (options.base.specifiers.has(source)) return { id: source, external: true };
      if (source.startsWith('@salesforce/')) {
        try {
          generated.set(source, salesforceModule(source, options) ?? '');
        } catch (error) {
          this.error(`${error instanceof Error ? error.message : String(error)} (${source}, imported by ${display(importer)})`);
        }
        return VIRTUAL + source;
      }
      const component = entry(source);
      if (component || path.isAbsolute(source) || source.startsWith('\0')) return component;
      return this.error(`Module ${source}, imported by ${display(importer)}, is not available in the local org`);
    },
    load(id) {
      return id.startsWith(VIRTUAL) ? generated.get(id.slice(VIRTUAL.length)) : null;
    }
  };
}

/** A relative import inside a bundle: TypeScript first, then JavaScript, then whatever extension was written. */
function sibling(source: string, importer: string): string | null {
  const [file = '', query = ''] = importer.split('?');
  const specifier = new URLSearchParams(query).get('specifier');
  const [target = '', targetQuery] = path.resolve(path.dirname(file), source).split('?');
  const found = existsSync(target) && path.extname(target) && path.extname(target) !== '.js' ? target : script(target.replace(/\.js$/, ''));
  if (!found) return null;
  const parameters = new URLSearchParams(targetQuery);
  if (specifier) parameters.set('specifier', specifier);
  return parameters.size > 0 ? `${found}?${parameters.toString()}` : found;
}

function script(withoutExtension: string): string | null {
  return ['.ts', '.js'].map((extension) => withoutExtension + extension).find((file) => existsSync(file)) ?? null;
}

function display(id: string): string {
  return path.relative(process.cwd(), id.split('?', 1)[0]!);
}
