import { defineHandler } from "nitro/h3";
import { counter } from "../counter";

export default defineHandler(() => String(counter.watching()));
