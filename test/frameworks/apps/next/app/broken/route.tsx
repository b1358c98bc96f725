/** @jsxImportSource datastar-tsx */
import { pageResponse } from "datastar-tsx";
import { Broken } from "../../../counter";

export const dynamic = "force-dynamic";
export const GET = () => pageResponse(() => <Broken />, { onError: () => {} });
