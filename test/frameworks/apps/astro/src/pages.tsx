/** @jsxImportSource datastar-tsx */
import { Broken, Page } from "../../counter";

// Astro's endpoints are .ts files, without TSX.
export const page = (name: string | undefined) => <Page name={name} />;
export const broken = () => <Broken />;
