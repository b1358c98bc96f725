import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { datastarVersion, integrityOf, knownVersions, type Released, releasedAs } from "../base/client-versions.js";
import { releasedFile, releaseUrl } from "../base/configure-client.js";
import { type Command, CommandError, reasonOf, type Surroundings } from "./command.js";

export const client: Command = {
  help: `Usage: npx datastar-tsx client [options]

Puts datastar.js into a folder, after its hash has shown that it is the file of the release; with its source map, if
there is one. hostClient("public/datastar.js") serves it. A file that is there already is left alone.

  --out <folder>          where it goes; made if it is not there (default: public)
  --version <version>     ${knownVersions.join(", ")} (default: ${datastarVersion})
  --rocket                the client with Rocket, datastar-rocket.js, for configureClient({ rocket: true })
  --alias star            the client with that alias, datastar-aliased.js, for configureClient({ alias: "star" })
  --from <file or URL>    takes it from there, and not from the CDN: where there is no network, or through a mirror
  --integrity sha384-…    the hash it must have: for versions whose hash is not known here
  --timeout <seconds>     how long a download may take (default: 30)`,

  async run(args, surroundings) {
    const options = optionsOf(args);
    const { out, version, file, from, integrity, timeout } = options;
    const expected = integrity ?? integrityOf(version, file);
    if (expected === undefined) throw new CommandError(unknownHash(version, file), 2);

    const target = join(out, file);
    const there = await readFile(target).catch(() => undefined);
    if (there !== undefined && hashOf(there) === expected) {
      surroundings.print(`${target} is the Datastar client ${version} already.`);
      return;
    }

    const source = from ?? releaseUrl(version, file);
    const content = await read(source, surroundings, timeout).catch((error: unknown) => {
      throw new CommandError(`${source} cannot be had: ${reasonOf(error)}.\n\n${withoutNetwork(options)}`);
    });
    const hash = hashOf(content);
    if (hash !== expected) throw new CommandError(otherFile(source, { version, file }, expected, hash));
    await write(out, file, content);
    surroundings.print(`${target}: the Datastar client ${version}, ${content.length} bytes, ${hash}`);

    // It only helps those who debug, and cannot run.
    const map = await read(`${source}.map`, surroundings, timeout).catch(() => undefined);
    if (map === undefined) surroundings.print("There is no source map beside it.");
    else await write(out, `${file}.map`, map);
  },
};

interface Options {
  readonly out: string;
  readonly version: string;
  /** The name that it was released under. */
  readonly file: string;
  /** What asks for that file, on the command line. */
  readonly flags: string;
  readonly from: string | undefined;
  readonly integrity: string | undefined;
  /** In milliseconds. */
  readonly timeout: number;
}

function optionsOf(args: readonly string[]): Options {
  const { out, version, rocket, alias, from, integrity, timeout } = parsed(args);
  if (alias !== "" && alias !== "star")
    throw new CommandError(`--alias takes "star", the one that is published, not "${alias}".`, 2);
  if (integrity !== undefined && !/^sha384-[\w+/]{64}$/.test(integrity))
    throw new CommandError(`--integrity takes "sha384-" and 64 characters of Base64, not "${integrity}".`, 2);
  const seconds = Number(timeout);
  if (!(seconds > 0 && seconds <= 3600))
    throw new CommandError(`--timeout takes a number of seconds up to 3600, not "${timeout}".`, 2);
  return {
    out,
    version: version.replace(/^v/, ""),
    file: releasedFile({ alias, rocket }),
    flags: `${rocket ? " --rocket" : ""}${alias === "" ? "" : ` --alias ${alias}`}`,
    from,
    integrity,
    timeout: seconds * 1000,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        out: { type: "string", default: "public" },
        version: { type: "string", default: datastarVersion },
        rocket: { type: "boolean", default: false },
        alias: { type: "string", default: "" },
        from: { type: "string" },
        integrity: { type: "string" },
        timeout: { type: "string", default: "30" },
      },
    }).values;
  } catch (error) {
    throw new CommandError(`${reasonOf(error)}\n\n${client.help}`, 2);
  }
}

async function read(source: string, { fetch }: Surroundings, timeout: number): Promise<Uint8Array> {
  if (!/^https?:\/\//i.test(source)) return readFile(source);
  const response = await fetch(source, { signal: AbortSignal.timeout(timeout) });
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function hashOf(content: Uint8Array): string {
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}

// A server that reads it meanwhile never sees half a file.
async function write(folder: string, name: string, content: Uint8Array): Promise<void> {
  const unfinished = join(folder, `.${name}.${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(unfinished, content);
    await rename(unfinished, join(folder, name));
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw new CommandError(`${join(folder, name)} cannot be written: ${reasonOf(error)}. --out names another folder.`);
  }
}

function unknownHash(version: string, file: string): string {
  const known = knownVersions.filter((each) => integrityOf(each, file) !== undefined);
  return (
    `The hash of ${file} ${version} is not known; known are ${known.join(", ") || "none"}. ` +
    "For another version, say what hash its file must have: --integrity sha384-…"
  );
}

function otherFile(source: string, { version, file }: Released, expected: string, hash: string): string {
  const other = releasedAs(hash);
  const what = other === undefined ? "another file" : `${other.file} ${other.version}`;
  return `${source} is not ${file} ${version}, but ${what}: nothing was written.\n  expected ${expected}\n  got      ${hash}`;
}

function withoutNetwork({ version, file, flags, out }: Options): string {
  return `Where there is no network, fetch
  ${releaseUrl(version, file)}
somewhere else, and bring it here:
  npx datastar-tsx client --version ${version}${flags} --out ${out} --from path/to/${file}`;
}
