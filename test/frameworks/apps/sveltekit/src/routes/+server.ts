import { page } from "$lib/pages";
import type { RequestHandler } from "@sveltejs/kit";
import { pageResponse } from "datastar-tsx";

export const GET: RequestHandler = ({ cookies }) => pageResponse(page(cookies.get("name")));
