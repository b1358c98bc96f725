import { pageResponse } from "datastar-tsx";
import { defineHandler, getCookie } from "nitro/h3";
import { Page } from "../../counter";

export default defineHandler((event) => pageResponse(<Page name={getCookie(event, "name")} />));
