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
   * deflate: 9 to 15. Default: 16, or 15 for gzip and deflate.
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
    const codec = make({
      quality: within(`${name}.quality`, level.quality, quality),
      window: within(`${name}.window`, level.window, window),
    });
    encodings.set(name, {
      name,
      open: codec.open,
      compress: (body) => {
        if (body.length < minimum) return undefined;
        const smaller = codec.compress(body);
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

/** The smallest and the largest value, and the default. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly default: number;
}

interface Codec {
  readonly name: "br" | "zstd" | "gzip" | "deflate";
  readonly quality: Range;
  readonly window: Range;
  /** Missing where the runtime does not have it. */
  readonly make?: ((level: { readonly quality: number; readonly window: number }) => Making) | undefined;
}

interface Making {
  readonly open: () => Compressor;
  readonly compress: (body: Uint8Array) => Uint8Array<ArrayBuffer>;
}

const { constants } = zlib;
// Most events compress to less than this; the default takes 16 KiB for each stream.
const chunkSize = 1024;
const deflateLevels: Pick<Codec, "quality" | "window"> = {
  quality: { from: 1, to: 9, default: 6 },
  window: { from: 9, to: 15, default: 15 },
};

// Windows and qualities are chosen for what thousands of streams cost: see "Compression" in the README.
const codecs: readonly Codec[] = [
  {
    name: "zstd",
    quality: { from: 1, to: 22, default: 1 },
    window: { from: 10, to: 27, default: 16 },
    make: zstd(zlib),
  },
  {
    name: "br",
    quality: { from: 0, to: 11, default: 3 },
    window: { from: 10, to: 24, default: 16 },
    make: ({ quality, window }) => {
      const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: window };
      return {
        open: () => zlib.createBrotliCompress({ params, chunkSize, flush: constants.BROTLI_OPERATION_FLUSH }),
        compress: (body) => zlib.brotliCompressSync(body, { params }),
      };
    },
  },
  {
    name: "gzip",
    ...deflateLevels,
    make: ({ quality: level, window: windowBits }) => ({
      // Not the full flush, which forgets what came before.
      open: () => zlib.createGzip({ level, windowBits, chunkSize, flush: constants.Z_SYNC_FLUSH }),
      compress: (body) => zlib.gzipSync(body, { level, windowBits }),
    }),
  },
  {
    name: "deflate",
    ...deflateLevels,
    make: ({ quality: level, window: windowBits }) => ({
      open: () => zlib.createDeflate({ level, windowBits, chunkSize, flush: constants.Z_SYNC_FLUSH }),
      compress: (body) => zlib.deflateSync(body, { level, windowBits }),
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
  return ({ quality, window }) => {
    const params = { [qualityParameter]: quality, [windowParameter]: window };
    return {
      open: () => createZstdCompress({ params, chunkSize, flush }),
      compress: (body) => zstdCompressSync(body, { params }),
    };
  };
}

function within(name: string, value: number | undefined, { from, to, default: fallback }: Range): number {
  if (value === undefined) return fallback;
  return checkWhole(name, value, from, to);
}
