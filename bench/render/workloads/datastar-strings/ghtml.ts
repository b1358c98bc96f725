export { render } from "../datastar/ghtml.js";
