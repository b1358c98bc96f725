/**
 * The files that multer has put into a request, as `request.file` or `request.files`, and kept in memory. Those that it
 * has written to disk are where it has put them.
 *
 * @see https://github.com/expressjs/multer#file-information
 */
export function* multerFiles(request: object): Generator<readonly [name: string, file: File]> {
  const { file, files } = request as { readonly file?: unknown; readonly files?: unknown };
  const lists: readonly unknown[] = typeof files === "object" && files !== null ? Object.values(files) : [];
  for (const found of [file, ...lists].flat()) {
    if (!isMulterFile(found)) continue;
    const { fieldname, originalname, mimetype, buffer } = found;
    yield [fieldname, new File([buffer], originalname, { type: mimetype })];
  }
}

interface MulterFile {
  readonly fieldname: string;
  readonly originalname: string;
  readonly mimetype: string;
  readonly buffer: Uint8Array<ArrayBuffer>;
}

function isMulterFile(value: unknown): value is MulterFile {
  return (
    typeof value === "object" &&
    value !== null &&
    "fieldname" in value &&
    "buffer" in value &&
    value.buffer instanceof Uint8Array
  );
}
