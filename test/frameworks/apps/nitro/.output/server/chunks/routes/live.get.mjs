import { stream } from 'datastar-tsx';
import { defineHandler, setCookie } from 'nitro/h3';
import { c as counter } from '../_/counter2.mjs';
import '../_/counter.mjs';
import 'datastar-tsx/jsx-runtime';
import 'datastar-tsx/hub';

const live_get = defineHandler((event) => {
  setCookie(event, "seen", "yes");
  return stream(event.req, (sse) => counter.view.subscribe(sse));
});

export { live_get as default };
//# sourceMappingURL=live.get.mjs.map
