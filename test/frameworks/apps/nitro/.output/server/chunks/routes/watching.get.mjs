import { defineHandler } from 'nitro/h3';
import { c as counter } from '../_/counter2.mjs';
import '../_/counter.mjs';
import 'datastar-tsx/jsx-runtime';
import 'datastar-tsx';
import 'datastar-tsx/hub';

const watching_get = defineHandler(() => String(counter.watching()));

export { watching_get as default };
//# sourceMappingURL=watching.get.mjs.map
