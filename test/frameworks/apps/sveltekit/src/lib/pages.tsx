import { Broken, Page } from "../../../counter";

// SvelteKit's routes are .ts files, without TSX.
export const page = (name: string | undefined) => <Page name={name} />;
export const broken = () => <Broken />;
