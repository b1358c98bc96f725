import { stream } from 'datastar-tsx';
import { defineHandler } from 'nitro/h3';

const break_get = defineHandler((event) => stream(event.req, (sse) => sse.disconnect()));

export { break_get as default };
//# sourceMappingURL=break.get.mjs.map
