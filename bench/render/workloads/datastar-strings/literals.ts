export { render } from "../datastar/literals.js";
