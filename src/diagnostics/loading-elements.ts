/** Elements that fire `load`, in lower case. */
export const loadingElements: ReadonlySet<string> = new Set(
  "body embed iframe img image input link object script source style svg track use video audio frame frameset".split(
    " ",
  ),
);
