/* Names that exist only on some host, or only once the package is bundled. */

interface PackagedWebAssembly {
  instantiate(path: string, imports: object): Promise<{ instance: { exports: object } }>;
}

declare const WXWebAssembly: PackagedWebAssembly;
declare const MYWebAssembly: PackagedWebAssembly;
declare const TTWebAssembly: PackagedWebAssembly;

declare const wx: object;
declare const tt: object;

declare module "yidi:glue" {
  /** Evaluates the generated glue anew. */
  export function createGlue(): Record<string, (...args: unknown[]) => unknown>;
}

declare module "yidi:schema" {
  /** The JSON Schema of the whole API as text. */
  const text: string;
  export default text;
}

declare module "*/node.cjs" {
  const yidi: typeof import("./node.js");
  export default yidi;
}
