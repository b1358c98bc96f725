// Toolkits that know nothing of Datastar get the attributes as strings.
export { render } from "../datastar-strings/tsx.js";
