/** @jsxImportSource datastar-tsx */
import { pageResponse } from "datastar-tsx";
import { Broken } from "../../../counter";

export const loader = () => pageResponse(() => <Broken />, { onError: () => {} });
