import { c as createCounter } from './counter.mjs';

const counter = createCounter();

export { counter as c };
//# sourceMappingURL=counter2.mjs.map
