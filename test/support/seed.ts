// Property tests try the same cases in every run: what fails in one fails in all, and no change is refused by chance.
// `npm run test:seeds` tries others.
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 1) });
