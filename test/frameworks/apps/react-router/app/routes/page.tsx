/** @jsxImportSource datastar-tsx */
import { pageResponse } from "datastar-tsx";
import type { LoaderFunctionArgs } from "react-router";
import { Page } from "../../../counter";

const nameIn = (cookies: string | null): string | undefined => /\bname=(\w+)/.exec(cookies ?? "")?.[1];

export const loader = ({ request }: LoaderFunctionArgs) =>
  pageResponse(<Page name={nameIn(request.headers.get("cookie"))} />);
