import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";

/** A registry that has packages of ours as if they were published, and whatever else the usual registry has. */
export interface Registry {
  readonly url: string;
  close(): void;
}

interface Published {
  readonly manifest: { readonly name: string; readonly version: string };
  readonly tarball: Buffer;
}

/** @param tarballs packages as `npm pack` makes them */
export async function startRegistry(tarballs: readonly string[]): Promise<Registry> {
  const published = new Map(tarballs.map(read).map((each) => [each.manifest.name, each]));
  // Asked outside of this checkout, whose own settings are not those of a user.
  const usual = execFileSync("npm", ["config", "get", "registry"], { cwd: tmpdir(), encoding: "utf8" }).trim();

  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    const ours = published.get(path.slice(1).replace(/\/-\/.*/, ""));
    try {
      if (ours === undefined) {
        const { status, type, body } = await ask(new URL(path.slice(1), usual), request.headers.accept);
        response.writeHead(status, { "content-type": type }).end(body);
      } else if (path.endsWith(".tgz")) response.end(ours.tarball);
      else response.setHeader("content-type", "application/json").end(JSON.stringify(packument(ours, url())));
    } catch (error) {
      response.writeHead(502).end(String(error));
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url: url(),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function read(tarball: string): Published {
  const manifest = execFileSync("tar", ["-xzOf", tarball, "package/package.json"], { encoding: "utf8" });
  return { manifest: JSON.parse(manifest) as Published["manifest"], tarball: readFileSync(tarball) };
}

/** @see https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md */
function packument({ manifest, tarball }: Published, registry: string) {
  const { name, version } = manifest;
  const dist = {
    tarball: `${registry}${name}/-/${name}-${version}.tgz`,
    shasum: createHash("sha1").update(tarball).digest("hex"),
    integrity: `sha512-${createHash("sha512").update(tarball).digest("base64")}`,
  };
  // Published long ago: clients may pass over what is too new.
  const time = "2020-01-01T00:00:00.000Z";
  return {
    name,
    "dist-tags": { latest: version },
    modified: time,
    time: { created: time, modified: time, [version]: time },
    versions: { [version]: { ...manifest, dist } },
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

const answers = new Map<string, Promise<Answer>>();

/** Asks the usual registry, once for all apps. */
function ask(url: URL, accept = "*/*"): Promise<Answer> {
  const key = `${accept} ${url.href}`;
  const known = answers.get(key) ?? fetchAnswer(url, accept);
  answers.set(key, known);
  return known;
}

async function fetchAnswer(url: URL, accept: string): Promise<Answer> {
  const answer = await fetch(url, { headers: { accept } });
  const type = answer.headers.get("content-type") ?? "application/octet-stream";
  return { status: answer.status, type, body: Buffer.from(await answer.arrayBuffer()) };
}
