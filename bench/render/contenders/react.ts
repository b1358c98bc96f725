import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

export const toMarkup = (value: ReactNode): string => renderToStaticMarkup(value);
