import { jsx } from 'datastar-tsx/jsx-runtime';
import { pageResponse } from 'datastar-tsx';
import { defineHandler } from 'nitro/h3';
import { B as Broken } from '../_/counter.mjs';
import 'datastar-tsx/hub';

const broken_get = defineHandler(() => pageResponse(() => /* @__PURE__ */ jsx(Broken, {}), { onError: () => {
} }));

export { broken_get as default };
//# sourceMappingURL=broken.get.mjs.map
