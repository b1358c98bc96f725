import { noContent, readSignals } from "datastar-tsx";
import { defineHandler } from "nitro/h3";
import { step } from "../../counter";
import { counter } from "../counter";

export default defineHandler(async (event) => {
  const { by } = await readSignals(event.req, step);
  counter.increase(by);
  return noContent();
});
