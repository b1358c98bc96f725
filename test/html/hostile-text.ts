import fc from "fast-check";

/** Text as an attacker would write it: any characters at all, with pieces of markup, code and CSS among them. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 4 }),
      fc.constantFrom(
        ..."< > & \" ' ` = / ; : # ! - \r \n \r\n \0 \t".split(" "),
        ..."&lt; &amp &#60; &#x3c; &quot; <!-- --> <![CDATA[ ]]> <? <b> </b> <img/src=x> onerror= javascript: {{ }} ${".split(
          " ",
        ),
        ..."</div> </span> </p> </pre> </script> <script> </style> <style> </textarea> </title> </svg> <svg> </body> <template>".split(
          " ",
        ),
      ),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(""));

/** What becomes of text that HTML and UTF-8 cannot carry: NUL and lone surrogates turn into U+FFFD. */
export function asCarried(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, "\ufffd");
}
