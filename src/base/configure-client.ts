// The one setting that says which Datastar client a project runs. Printing, diagnostics and lint follow it.
import { behaviours, datastarVersion, integrityOf, isAmong, isBefore, oldestVersion } from "./client-versions.js";
import { changeClient, type ClientSetting, prefixOf, setting } from "./client.js";
import { shownValue } from "./describe.js";
import { isScriptUrl } from "./script-url.js";

/** Where pages load the Datastar client from. */
export interface ClientFile {
  readonly version: string;
  readonly src: string;
  /** The hash that the file must have, where it is known. */
  readonly integrity: string | undefined;
}

/** How a client was built. */
export interface ClientBuild {
  /** Empty for none. */
  readonly alias: string;
  readonly rocket: boolean;
}

/** The Datastar client that the project runs. */
export interface Client extends ClientFile, ClientBuild {}

/** Options of {@link configureClient}. */
export interface ClientOptions {
  /** Its version. Default: {@link datastarVersion}. */
  readonly version?: string | undefined;
  /** A copy of your own, in place of the CDN's: `/assets/datastar.js`. */
  readonly src?: string | undefined;
  /** The hash that the file must have: `sha384-…`. Default: that of the CDN's file, where it is known. */
  readonly integrity?: string | undefined;
  /**
   * The alias that it was built with. With `"star"`, which is the published one, it reads `data-star-on:click`, and that
   * is printed for `data-on:click` of TSX. Empty for none.
   */
  readonly alias?: string | undefined;
  /** Whether it has Rocket, the web components of Datastar. */
  readonly rocket?: boolean | undefined;
}

/** The client that the project runs. */
export function currentClient(): Client {
  return { ...setting.client, ...clientOf(setting.client) };
}

/**
 * Says which Datastar client a project runs, before anything is rendered: `<DatastarScript />` loads it, attributes are
 * printed as it reads them, and development checks for it. {@link hostClient} calls this for a file that the server
 * itself serves.
 *
 * ```ts
 * configureClient({ src: "/assets/datastar.js" });
 * configureClient({ alias: "star" }); // data-star-on:click
 * configureClient({ rocket: true });
 * ```
 *
 * What is left out of the version, the source and the hash gets its default; how the client was built stays as it is.
 * The lint takes the same as `settings: { datastar: { client } }`, and the plugins of bundlers as `client`.
 *
 * @throws TypeError for a version before 1.0, for a `javascript:` URL, for what is no alias, for Rocket with a client
 *   that has none, and for another build than that for which attributes have been printed
 * @see https://data-star.dev/reference/attributes#aliasing-attributes
 */
export function configureClient(options: ClientOptions = {}): void {
  const { alias, rocket } = setting.client;
  const changed = complete({ ...options, alias: options.alias ?? alias, rocket: options.rocket ?? rocket });
  if (setting.isPrinted && (changed.alias !== alias || changed.rocket !== rocket))
    throw new TypeError(
      "configureClient comes too late: attributes have been printed for another client. Call it in a module that is " +
        "imported before all that has TSX in it; what a plugin compiles needs the same as its option `client`.",
    );
  changeClient(changed);
  setting.isSet = true;
}

/** Takes another client, whatever there was before: lint goes from one project to the next, and prints nothing. */
export function useClient(options: ClientOptions): void {
  changeClient(complete(options));
}

/** Prints for another client than that of this process, as compilers do. */
export function printFor<T>(options: ClientOptions | undefined, print: () => T): T {
  if (options === undefined) return print();
  const { client, isPrinted } = setting;
  changeClient(complete(options));
  try {
    return print();
  } finally {
    changeClient(client);
    setting.isPrinted = isPrinted;
  }
}

function complete({
  version = datastarVersion,
  src,
  integrity,
  alias = "",
  rocket = false,
}: ClientOptions): ClientSetting {
  const client = { version, src, integrity, alias, rocket };
  clientOf(client, client);
  checkBuild(client);
  return client;
}

/** @throws TypeError for a `javascript:` URL, and for a version before 1.0 */
export function clientOf(
  { version = datastarVersion, src, integrity }: ClientOptions,
  build: ClientBuild = setting.client,
): ClientFile {
  if (typeof version !== "string" || isBefore(version, oldestVersion))
    throw new TypeError(`The version of a client is ${oldestVersion} or later, not ${shownValue(version)}.`);
  if (src !== undefined && isScriptUrl(src)) throw new TypeError("The src of the client cannot be a javascript: URL.");
  if (src !== undefined) return { version, src, integrity };
  const file = releasedFile(build);
  return { version, src: releaseUrl(version, file), integrity: integrity ?? integrityOf(version, file) };
}

/** The file that a client of this build is released in. */
export function releasedFile({ alias, rocket }: ClientBuild): string {
  return `datastar${rocket ? "-rocket" : ""}${alias === "" ? "" : "-aliased"}.js`;
}

/**
 * Keeps pages from loading a client that does not read what is printed for it.
 *
 * @param file the name that it was released under
 * @throws TypeError when it was built in another way than the client that was configured
 */
export function checkReleased(file: string): void {
  const { alias, rocket } = setting.client;
  const built = { alias: file.includes("-aliased") ? "star" : "", rocket: file.includes("-rocket") };
  if (built.alias === alias && built.rocket === rocket) return;
  throw new TypeError(
    `The file is ${file} as it was released, a client with ${shownBuild(built)}, and the program is configured for ` +
      `one with ${shownBuild({ alias, rocket })}. Host that one (npx datastar-tsx client --help says how to fetch it), ` +
      `or call configureClient(${shownBuild(built)}) before.`,
  );
}

function shownBuild({ alias, rocket }: ClientBuild): string {
  return `{ alias: ${JSON.stringify(alias)}, rocket: ${rocket} }`;
}

/**
 * Keeps pages from loading what nobody publishes.
 *
 * @throws TypeError for the CDN's file of a client with an alias of one's own
 */
export function checkPublished({ version, src }: ClientFile): void {
  const { alias } = setting.client;
  if (alias !== "" && alias !== "star" && src === releaseUrl(version, releasedFile(setting.client)))
    throw new TypeError(`A client with the alias "${alias}" needs its src: of all aliases, "star" is published.`);
}

/** Where the CDN has a file that a version was released with. */
export function releaseUrl(version: string, file = "datastar.js"): string {
  return `https://cdn.jsdelivr.net/gh/starfederation/datastar@v${encodeURIComponent(version)}/bundles/${file}`;
}

function checkBuild({ version, alias, rocket }: ClientSetting): void {
  if (alias !== "" && !/^[a-z][a-z\d]*$/.test(alias))
    throw new TypeError(`An alias is a word in lower case, such as "star", not ${shownValue(alias)}.`);
  if (rocket && !isAmong(version, behaviours.rocket))
    throw new TypeError(`Rocket is in clients from ${behaviours.rocket.since} on; the version is ${version}.`);
}

/**
 * Says that attributes were printed when a module was compiled, and for which client. A program that has not said
 * anything is taken to run that.
 *
 * @throws TypeError when the program runs another one
 */
export function printedFor(alias: string): void {
  const { client, isSet, isPrinted } = setting;
  if (client.alias !== alias) {
    if (isSet || isPrinted)
      throw new TypeError(
        `A module was compiled for ${prefixOf(alias)}*, and the client reads ${prefixOf(client.alias)}*: ` +
          "give the plugin that compiles the same `client` as configureClient.",
      );
    changeClient(complete({ alias }));
  }
  setting.isPrinted = true;
}
