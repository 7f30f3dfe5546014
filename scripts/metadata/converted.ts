import { componentsOf, type SourceTree } from './tree.ts';

/** What is wrong with a converted tree, given by its paths, beside the source and the manifest. */
export function convertedProblems(converted: readonly string[], tree: SourceTree, manifest: string): string[] {
  const paths = new Set(converted);
  const bundles = componentsOf(tree, 'LightningComponentBundle').map((bundle) => bundle.fullName);
  const inManifest = new Set([...manifest.matchAll(/<members>([^<]+)<\/members>/g)].map((match) => match[1]!));
  return [
    // A bundle without its JavaScript packages as empty, and says nothing.
    ...bundles.filter((name) => !paths.has(`lwc/${name}/${name}.js`)).map((name) => `${name} arrives without its JavaScript`),
    ...bundles.filter((name) => !inManifest.has(name)).map((name) => `${name} is not in manifest/package.xml`),
    ...converted
      .filter((path) => /\.ts$|__tests__|__mocks__|(^|\/)scripts\//.test(path))
      .map((path) => `${path} goes along, and is of no use in an org`)
  ];
}
