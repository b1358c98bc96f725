/** @jsxImportSource datastar-tsx */
import { pageResponse } from "datastar-tsx";
import type { NextRequest } from "next/server";
import { Page } from "../../counter";

export const GET = ({ cookies }: NextRequest) => pageResponse(<Page name={cookies.get("name")?.value} />);
