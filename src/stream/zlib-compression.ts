import * as zlib from "node:zlib";
import { checkBytes, checkWhole } from "../base/limits.js";
import { preferredEncoding } from "./accept-encoding.js";
import type { Compression, Compressor, Encoding } from "./encoding.js";

/** How hard, and with how much memory. */
export interface CompressionLevel {
  /** Zstandard: 1 to 22, default 1. Brotli: 0 to 11, default 3. Gzip and deflate: 1 to 9, default 6. */
  readonly quality?: number | undefined;
  /**
   * How far back a repetition is found, as a power of two in bytes. Zstandard: 10 to 27. Brotli: 10 to 24. Gzip and
   * deflate: 9 to 15, default 15. For the others, the default follows the first event of a stream, or the reply: twice
   * its size, from 16 to 20, which is up to 2.6 MB of memory for a stream. Choose it for a stream whose views come
   * after smaller events.
   */
  readonly window?: number | undefined;
}

/** Options of `compression`. */
export interface CompressionOptions {
  /** Zstandard, where `node:zlib` has it: from Node.js 22.15 and 23.8 on. */
  readonly zstd?: CompressionLevel | false | undefined;
  /** Brotli. */
  readonly br?: CompressionLevel | false | undefined;
  readonly gzip?: CompressionLevel | false | undefined;
  readonly deflate?: CompressionLevel | false | undefined;
  /** Replies without a stream are left as they are when they are smaller, in bytes. Default: 1,024. */
  readonly minimum?: number | undefined;
}

/**
 * Compresses streams and replies as the client accepts it: with Zstandard, Brotli, gzip or deflate, and in this order
 * when it likes them the same. Each event is flushed as it is sent, and finds its repetitions in the events before it.
 *
 * @throws RangeError for a quality or a window that the encoding does not have
 * @see https://nodejs.org/api/zlib.html
 */
export function compression(options: CompressionOptions = {}): Compression {
  const { minimum = 1024 } = options;
  checkBytes("minimum", minimum);
  const encodings = new Map<string, Encoding>();
  for (const { name, quality, window, make } of codecs) {
    const level = options[name] ?? {};
    if (level === false || make === undefined) continue;
    const { quality: hard = quality.default } = level;
    const codec = make(checkWhole(`${name}.quality`, hard, quality.from, quality.to));
    const chosen =
      level.window === undefined ? undefined : checkWhole(`${name}.window`, level.window, window.from, window.to);
    const windowFor = (bytes: number): number => chosen ?? windowOver(bytes, window.default);
    encodings.set(name, {
      name,
      open: (firstBytes) => codec.open(windowFor(firstBytes)),
      compress: (body) => {
        if (body.length < minimum) return undefined;
        const smaller = codec.compress(body, windowFor(body.length));
        return smaller.length < body.length ? smaller : undefined;
      },
    });
  }
  const offered = [...encodings.keys()];
  return {
    negotiate: (acceptEncoding) => {
      const name = preferredEncoding(acceptEncoding ?? "", offered);
      return name === undefined ? undefined : encodings.get(name);
    },
  };
}

/** The smallest and the largest value. */
interface Range {
  readonly from: number;
  readonly to: number;
}

interface Codec {
  readonly name: "br" | "zstd" | "gzip" | "deflate";
  readonly quality: Range & { readonly default: number };
  readonly window: Range & { readonly default: Range };
  /** Missing where the runtime does not have it. */
  readonly make?: ((quality: number) => Making) | undefined;
}

interface Making {
  readonly open: (window: number) => Compressor;
  readonly compress: (body: Uint8Array, window: number) => Uint8Array<ArrayBuffer>;
}

const { constants } = zlib;
// Most events compress to less than this; the default takes 16 KiB for each stream.
const chunkSize = 1024;
const deflateLevels: Pick<Codec, "quality" | "window"> = {
  quality: { from: 1, to: 9, default: 6 },
  window: { from: 9, to: 15, default: { from: 15, to: 15 } },
};
// Each event of a live view repeats the one before it, so two of them have to fit.
const defaultWindow: Range = { from: 16, to: 20 };

// Windows and qualities are chosen for what thousands of streams cost: see docs/streams.md.
const codecs: readonly Codec[] = [
  {
    name: "zstd",
    quality: { from: 1, to: 22, default: 1 },
    window: { from: 10, to: 27, default: defaultWindow },
    make: zstd(zlib),
  },
  {
    name: "br",
    quality: { from: 0, to: 11, default: 3 },
    window: { from: 10, to: 24, default: defaultWindow },
    make: (quality) => {
      const paramsFor = (window: number) => ({
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_LGWIN]: window,
      });
      const flush = constants.BROTLI_OPERATION_FLUSH;
      return {
        open: (window) => zlib.createBrotliCompress({ params: paramsFor(window), chunkSize, flush }),
        compress: (body, window) => zlib.brotliCompressSync(body, { params: paramsFor(window) }),
      };
    },
  },
  {
    name: "gzip",
    ...deflateLevels,
    make: (level) => ({
      // Not the full flush, which forgets what came before.
      open: (windowBits) => zlib.createGzip({ level, windowBits, chunkSize, flush: constants.Z_SYNC_FLUSH }),
      compress: (body, windowBits) => zlib.gzipSync(body, { level, windowBits }),
    }),
  },
  {
    name: "deflate",
    ...deflateLevels,
    make: (level) => ({
      open: (windowBits) => zlib.createDeflate({ level, windowBits, chunkSize, flush: constants.Z_SYNC_FLUSH }),
      compress: (body, windowBits) => zlib.deflateSync(body, { level, windowBits }),
    }),
  },
];

/** What newer versions of `node:zlib` have, and the types of Node.js 20 do not know. */
interface Zstandard {
  readonly createZstdCompress?: (options: ZstandardOptions) => Compressor;
  readonly zstdCompressSync?: (body: Uint8Array, options: ZstandardOptions) => Uint8Array<ArrayBuffer>;
  readonly constants: { readonly [name: string]: unknown };
}

interface ZstandardOptions {
  readonly params: { readonly [parameter: number]: number };
  readonly chunkSize?: number;
  readonly flush?: number;
}

function zstd({ createZstdCompress, zstdCompressSync, constants }: Zstandard): Codec["make"] {
  const {
    ZSTD_c_compressionLevel: qualityParameter,
    ZSTD_c_windowLog: windowParameter,
    ZSTD_e_flush: flush,
  } = constants;
  if (createZstdCompress === undefined || zstdCompressSync === undefined) return undefined;
  if (typeof qualityParameter !== "number" || typeof windowParameter !== "number" || typeof flush !== "number")
    return undefined;
  return (quality) => {
    const paramsFor = (window: number) => ({ [qualityParameter]: quality, [windowParameter]: window });
    return {
      open: (window) => createZstdCompress({ params: paramsFor(window), chunkSize, flush }),
      compress: (body, window) => zstdCompressSync(body, { params: paramsFor(window) }),
    };
  };
}

/** The smallest window, as a power of two, over so many bytes and as many again. */
function windowOver(bytes: number, { from, to }: Range): number {
  return Math.min(to, Math.max(from, Math.ceil(Math.log2(2 * bytes))));
}
