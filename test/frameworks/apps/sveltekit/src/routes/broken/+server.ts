import { broken } from "$lib/pages";
import { pageResponse } from "datastar-tsx";

export const GET = () => pageResponse(broken, { onError: () => {} });
