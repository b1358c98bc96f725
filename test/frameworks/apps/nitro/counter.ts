import { createCounter } from "../counter";

export const counter = createCounter();
