import { readForm, redirectResponse } from 'datastar-tsx';
import { defineHandler, setCookie } from 'nitro/h3';
import { v as visitor } from '../_/counter.mjs';
import 'datastar-tsx/jsx-runtime';
import 'datastar-tsx/hub';

const name_post = defineHandler(async (event) => {
  const { name } = await readForm(event.req, visitor);
  setCookie(event, "name", name);
  return redirectResponse("/", { request: event.req });
});

export { name_post as default };
//# sourceMappingURL=name.post.mjs.map
