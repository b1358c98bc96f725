import { readSignals, noContent } from 'datastar-tsx';
import { defineHandler } from 'nitro/h3';
import { s as step } from '../_/counter.mjs';
import { c as counter } from '../_/counter2.mjs';
import 'datastar-tsx/jsx-runtime';
import 'datastar-tsx/hub';

const increase_post = defineHandler(async (event) => {
  const { by } = await readSignals(event.req, step);
  counter.increase(by);
  return noContent();
});

export { increase_post as default };
//# sourceMappingURL=increase.post.mjs.map
