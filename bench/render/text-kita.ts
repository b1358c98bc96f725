export { escapeHtml as text } from "@kitajs/html";
