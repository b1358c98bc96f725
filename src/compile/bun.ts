/**
 * Compiles TSX in Bun: in a build (`Bun.build({ plugins: [datastar()] })`), and at run time from a preloaded file
 * (`plugin(datastar())`).
 *
 * @see https://bun.com/docs/bundler/plugins
 */
export { default, type LoadedFile, type LoaderBuild, type LoaderPlugin, type PluginOptions } from "./esbuild.js";
