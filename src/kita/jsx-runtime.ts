/// <reference types="@kitajs/html/jsx.d.ts" />
// What TSX compiles to with `"jsxImportSource": "datastar-tsx/kita"`: the elements of @kitajs/html, with Datastar's
// attributes as this package prints them.
import { jsx as kitaJsx, jsxs as kitaJsxs } from "@kitajs/html/jsx-runtime";
import type {
  DatastarAttributes,
  HtmlDatastarAttributes,
  MediaListenerAttributes,
  TemplateDatastarAttributes,
  WindowListenerAttributes,
} from "../generated/datastar-attributes.js";
import { datastarProps } from "./datastar-props.js";

export { Fragment } from "@kitajs/html/jsx-runtime";

declare global {
  // The types of @kitajs/html are in a namespace, and grow by merging.
  // oxlint-disable-next-line typescript/no-namespace
  namespace JSX {
    interface HtmlTag extends DatastarAttributes {}
    interface HtmlHtmlTag extends HtmlDatastarAttributes {}
    interface HtmlTemplateTag extends TemplateDatastarAttributes {}
    interface HtmlBodyTag extends WindowListenerAttributes {}
    interface HtmlAudioTag extends MediaListenerAttributes {}
    interface HtmlVideoTag extends MediaListenerAttributes {}
  }
}

/** Like `jsx` of @kitajs/html; typed attributes of Datastar are printed as this package prints them. */
export const jsx: typeof kitaJsx = (name, props) =>
  kitaJsx(name, typeof name === "string" ? datastarProps(name, props) : props);

/** The same for elements with several children. */
export const jsxs: typeof kitaJsxs = (name, props) =>
  kitaJsxs(name, typeof name === "string" ? datastarProps(name, props) : props);
