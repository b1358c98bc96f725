import { jsx } from 'datastar-tsx/jsx-runtime';
import { pageResponse } from 'datastar-tsx';
import { defineHandler, getCookie } from 'nitro/h3';
import { P as Page } from '../_/counter.mjs';
import 'datastar-tsx/hub';

const index_get = defineHandler((event) => pageResponse(/* @__PURE__ */ jsx(Page, { name: getCookie(event, "name") })));

export { index_get as default };
//# sourceMappingURL=index.get.mjs.map
