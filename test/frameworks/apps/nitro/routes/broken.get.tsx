import { pageResponse } from "datastar-tsx";
import { defineHandler } from "nitro/h3";
import { Broken } from "../../counter";

export default defineHandler(() => pageResponse(() => <Broken />, { onError: () => {} }));
