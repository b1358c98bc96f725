export { compression, type CompressionLevel, type CompressionOptions } from "./stream/zlib-compression.js";
export type { Compression, Compressor, Encoding } from "./stream/encoding.js";
