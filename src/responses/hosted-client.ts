import { datastarVersion, releasedAs } from "../base/client-versions.js";
import { checkReleased, type ClientFile } from "../base/configure-client.js";
import type { HeaderMap } from "../base/headers.js";
import { preferredEncoding } from "../stream/accept-encoding.js";
import type { Compression } from "../stream/encoding.js";

/** Options of `hostClient`. */
export interface HostClientOptions {
  /**
   * Where the client is served, a path that ends in `.js`; pages load it from there with the hash of its content in the
   * name: `/datastar-1f2e3d4c5b6a7988.js`. Default: `/datastar.js`.
   */
  readonly path?: string | undefined;
  /** The source map of the file, which browsers ask for beside it. */
  readonly sourceMap?: Uint8Array | undefined;
  /** How to compress it, once: `compression()` of `datastar-tsx/compression`. `false`: not at all. */
  readonly compression?: Compression | false | undefined;
}

/** What a server knows of a request for a file. */
export interface FileRequest {
  readonly method: string;
  readonly path: string;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/** An answer to it. */
export interface FileReply {
  readonly status: number;
  readonly headers: HeaderMap;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** A file as it is served. */
interface HostedFile {
  readonly type: string;
  readonly cacheControl: string;
  /** The hash of its content. */
  readonly hash: string;
  readonly bytes: Bytes;
  /** The content, compressed, by the name of the encoding; the smallest first. */
  readonly encoded: ReadonlyMap<string, Bytes>;
}

/** A Datastar client that this server serves. Made by `hostClient`. */
export interface HostedClient extends ClientFile {
  /** The answer to a request for one of its files; `undefined` if it is for something else. */
  answer(request: FileRequest): FileReply | undefined;
}

/** @throws TypeError for a path or content that cannot be those of a script, and for a client of another build */
export async function hostedClient(
  bytes: Bytes,
  { path = "/datastar.js", sourceMap, compression = false }: HostClientOptions,
): Promise<HostedClient> {
  checkPath(path);
  const text = checkScript(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  const integrity = `sha384-${btoa(String.fromCharCode(...digest))}`;
  const release = releasedAs(integrity);
  if (release !== undefined) checkReleased(release.file);
  const hash = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const stem = path.slice(0, -".js".length);
  const src = `${stem}-${hash}.js`;
  const script = { type: "text/javascript; charset=utf-8", hash, bytes, encoded: encodings(bytes, compression) };
  const files = new Map<string, HostedFile>([
    [src, { ...script, cacheControl: "public, max-age=31536000, immutable" }],
    [path, { ...script, cacheControl: "no-cache" }],
  ]);
  const [, mapName] = /\n\/\/# sourceMappingURL=([^/\s]+)\s*$/.exec(text) ?? [];
  if (sourceMap !== undefined && mapName !== undefined) {
    const map = new Uint8Array(sourceMap);
    files.set(`${path.slice(0, path.lastIndexOf("/") + 1)}${mapName}`, {
      type: "application/json",
      cacheControl: "no-cache",
      hash,
      bytes: map,
      encoded: encodings(map, compression),
    });
  }
  const isOfAnotherContent = (asked: string): boolean =>
    asked.startsWith(`${stem}-`) && /^-[\da-f]{16}\.js$/.test(asked.slice(stem.length));
  const [, named] = /^\/\/ Datastar(?: Aliased)? v(\S+)/.exec(text) ?? [];
  return {
    version: release?.version ?? named ?? datastarVersion,
    src,
    integrity,
    answer: (request) => {
      const file = files.get(request.path);
      return file === undefined ? (isOfAnotherContent(request.path) ? notFound : undefined) : answerWith(file, request);
    },
  };
}

function answerWith(
  { type, cacheControl, hash, bytes, encoded }: HostedFile,
  { method, acceptEncoding = "", ifNoneMatch = "" }: FileRequest,
): FileReply {
  if (method !== "GET" && method !== "HEAD") return notAllowed;
  const encoding = preferredEncoding(acceptEncoding, [...encoded.keys()]);
  const body = (encoding === undefined ? undefined : encoded.get(encoding)) ?? bytes;
  const tag = `"${hash}${encoding === undefined ? "" : `-${encoding}`}"`;
  const headers: HeaderMap = new Map([
    ["cache-control", cacheControl],
    ["etag", tag],
    ["vary", "Accept-Encoding"],
  ]);
  if (hasTag(ifNoneMatch, tag)) return { status: 304, headers, body: undefined };
  headers.set("content-type", type).set("content-length", String(body.length));
  headers.set("x-content-type-options", "nosniff");
  if (encoding !== undefined) headers.set("content-encoding", encoding);
  return { status: 200, headers, body: method === "HEAD" ? undefined : body };
}

// A process of another release may have it, so that no cache may keep this.
const notFound = plain(404, { "cache-control": "no-store" });
const notAllowed = plain(405, { allow: "GET, HEAD" });

function plain(status: number, headers: { readonly [name: string]: string }): FileReply {
  return { status, headers: new Map([...Object.entries(headers), ["content-length", "0"]]), body: undefined };
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#field.if-none-match */
function hasTag(header: string, tag: string): boolean {
  return header.split(",").some((part) => part.trim() === "*" || part.trim().replace(/^W\//, "") === tag);
}

function encodings(bytes: Bytes, compression: Compression | false): ReadonlyMap<string, Bytes> {
  if (compression === false) return new Map();
  const all = ["br", "zstd", "gzip"].flatMap((name): readonly (readonly [string, Bytes])[] => {
    const smaller = compression.negotiate(name)?.compress(bytes);
    return smaller === undefined ? [] : [[name, smaller]];
  });
  return new Map(all.toSorted(([, one], [, other]) => one.length - other.length));
}

function checkPath(path: string): void {
  if (/^\/(?!\/)[^?#\s\\]*[^/?#\s\\]\.js$/.test(path)) return;
  throw new TypeError(
    `The path of the client is ${JSON.stringify(path)}; it must begin with "/" and end in ".js": "/datastar.js".`,
  );
}

/** What a download that went wrong leaves is a page, or nothing. */
function checkScript(bytes: Bytes): string {
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === "" || text.trimStart().startsWith("<")) {
    throw new TypeError(
      `The file is no Datastar client: it ${text.trim() === "" ? "is empty" : `begins with ${JSON.stringify(text.trimStart().slice(0, 20))}`}. \`npx datastar-tsx client\` fetches one.`,
    );
  }
  return text;
}
