/** As much of CycloneDX as `npm sbom` writes and this needs. */
export interface Sbom {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly scope?: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/** How npm marks what package.json lists for developing. All that is bundled is listed there. */
const DEVELOPMENT = 'cdx:npm:package:development';

/**
 * The bill of materials of the bundle, out of that of the whole project: only packages whose code is in `dist/`.
 *
 * @param bundled of `dist/packages.txt`: `name version`.
 * @throws Error naming each bundled package that the project's bill does not have.
 */
export function shippedSbom(sbom: Sbom, name: string, bundled: readonly string[]): Sbom {
  const titles = new Set(bundled);
  const components = uniqueByTitle(sbom.components.filter((one) => titles.has(titleOf(one))));
  const found = new Set(components.map(titleOf));
  const missing = bundled.filter((title) => !found.has(title));
  if (missing.length > 0) throw new Error(`npm sbom does not list what dist/ contains: ${missing.join(', ')}`);
  const refs = new Set(components.map((one) => one['bom-ref']));
  const root = sbom.metadata.component['bom-ref'];
  const among = (ref: string): readonly string[] =>
    (sbom.dependencies.find((one) => one.ref === ref)?.dependsOn ?? []).filter((one) => refs.has(one));
  const edges = [...refs].map((ref) => ({ ref, dependsOn: among(ref) }));
  // What reached the bundle through a package of which nothing remained is the bundle's own.
  const reached = new Set(edges.flatMap(({ dependsOn }) => dependsOn));
  const own = [...refs].filter((ref) => among(root).includes(ref) || !reached.has(ref));
  return {
    ...sbom,
    // npm takes the name of the folder.
    metadata: { ...sbom.metadata, component: { ...sbom.metadata.component, name } },
    components: components.map(asShipped),
    dependencies: [{ ref: root, dependsOn: own }, ...edges],
  };
}

function titleOf({ name, version }: Component): string {
  return `${name} ${version}`;
}

/** The same version may be installed in several folders. */
function uniqueByTitle(components: readonly Component[]): readonly Component[] {
  return [...new Map(components.map((one) => [titleOf(one), one])).values()];
}

function asShipped({ properties = [], ...component }: Component): Component {
  return { ...component, scope: 'required', properties: properties.filter(({ name }) => name !== DEVELOPMENT) };
}
