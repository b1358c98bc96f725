import { pageResponse } from "datastar-tsx";
import { broken } from "../pages";

export const GET = () => pageResponse(broken, { onError: () => {} });
