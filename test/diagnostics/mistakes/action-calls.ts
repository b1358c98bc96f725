import type { Row } from "./row.js";

export const calls: readonly Row[] = (
  [
    ["@get()", "@get needs a URL: @get('/path')."],
    ["@post('', {payload: $a})", "@post needs a URL: @post('/path')."],
    ["@post('/x', 'form')", "the options of @post are an object, {contentType: 'form'}; 'form' is none."],
    ["@post('/x', {header: {}})", '@post has no option "header"; did you mean headers?'],
    ["@get('/x', {method: 'POST'})", '@get has no option "method"; the name of the action is the method.'],
    ["@get(`/x/${$id}`, {body: $a})", '@get has no option "body"; what is sent in place of the signals is payload.'],
    ["@post('/x', {contentType: 'xml'})", "contentType takes 'json', 'form', not 'xml'."],
    ["@post('/x', {retry: 3})", "retry takes 'auto', 'error', 'always', 'never', not 3."],
    ["@post('/x', {retryInterval: '1s'})", "retryInterval takes a number, not '1s'."],
    [
      "@post('/x', {filterSignals: /a/})",
      "filterSignals takes a filter: {filterSignals: {include: /^name$/}}, not /a/.",
    ],
    [
      "@post('/x', {filterSignals: {includes: /a/}})",
      "filterSignals: a filter is {include: /…/, exclude: /…/}, without includes; did you mean include?",
    ],
    ["@setAll()", "@setAll needs a value: @setAll(true, {include: /^name$/})."],
    ["@setAll(true, 'form.')", "setAll takes a filter: @setAll(value, {include: /^name$/}), not 'form.'."],
    ["@toggleAll('menu.*')", "toggleAll takes a filter: @toggleAll({include: /^name$/}), not 'menu.*'."],
    ["@peek($a)", "@peek takes a function: @peek(() => $a)."],
    ["@clipboard()", "@clipboard needs the text to copy: @clipboard($text)."],
  ] as const
)
  .map(([source, message]): Row => ["data-on:click", source, "error action-arguments", message])
  .concat([
    [
      "data-on:click",
      "@get('/x', {responseOverrides: {mode: 'inner'}})",
      "warning ignored-by-client",
      "@get does nothing with responseOverrides, in any client so far; say in the reply where it goes: elementsResponse(…, { selector, mode }).",
    ],
  ]);
