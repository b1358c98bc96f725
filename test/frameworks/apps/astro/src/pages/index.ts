import type { APIRoute } from "astro";
import { pageResponse } from "datastar-tsx";
import { page } from "../pages";

export const GET: APIRoute = ({ cookies }) => pageResponse(page(cookies.get("name")?.value));
