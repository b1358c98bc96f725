import type { CompilerDiagnostic } from "../compilers/compiler.js";

const onlyName = "the server knows the name of the signal, and only the browser its value";
const onlyBrowser = "only the browser evaluates the expression";
const forBrowser = "write js`…` where the browser decides, or ask readSignals for its value in a request";
const asSource = "it would run as code in the browser, whatever is in it";

/** Of a variable or a property, and no value that is written out around a signal. */
const isName = /^[\w$.]+$/;

/** What is said of a value, by the type of `client/values.ts` or `client/calls.ts` that tells what is wrong with it. */
const messages: { readonly [type: string]: (written: string) => string } = {
  AbortSignalAsCondition: (it) => `${it} is an AbortSignal, which is always true: write ${it}.aborted.`,
  AnyAsSource: (it) =>
    `${it} is of the type any, and may be text of anybody: ${asSource}; put it in, as js\`\${${it}}\`.`,
  CopiedPromise: (it) => `${it} is a promise, and a copy of it has nothing in it: await it first.`,
  CopiedSet: (it) =>
    isName.test(it)
      ? `${it}: a copy of it has the names, and no values: write data-signals={[${it}, …]}, or ${it}.initial.`
      : `${it} has a set of signals in it: a copy has the names, and no values; write .initial behind the set.`,
  CopiedSignal: (it) =>
    `${it}: a copy of it has no value, which only the browser has: name its signals one by one, or take the values from .initial of its set.`,
  DroppedExpression: (it) =>
    `${it} makes an expression for the browser, and does nothing here: give it to an attribute, as data-on:click={${it}…}.`,
  DroppedPatch: (it) => `${it}(…) makes a patch, and sends it nowhere: write await sse.patchSignals(${it}(…)).`,
  DroppedReply: (it) => `${it}(…) makes a reply, which nobody returns: write return ${it}(…).`,
  DroppedView: (it) =>
    `${it}(…) makes a live view, which nobody is shown: keep it, and write return view.stream(request).`,
  ExpressionAsCondition: (it) => `${it}: ${onlyBrowser}, which is always true here; ${forBrowser}.`,
  ExpressionAsValue: (it) => `${it}: ${onlyBrowser}, and JSON cannot carry it; ${forBrowser}.`,
  ListenerWithReply: (it) =>
    `${it} answers with a reply to a web request, which a server of Node.js does not send: make it with sendPage(response, …), or another function of datastar-tsx/node.`,
  MarkupAsJson: (it) => `${it} is markup, which is no JSON: send String(markup) as text/html.`,
  MarkupSent: (it) =>
    `${it} is markup, and no text: write String(await ${it}), or answer with sendPage or pageResponse.`,
  PendingMarkup: (it) => `${it} is a promise, so that this markup has no text yet: await the markup first.`,
  PromiseAsCondition: (it) => `${it} is a promise, which is always there and always true: await it first.`,
  PromiseAsJson: (it) => `${it} is a promise, which JSON makes {} of: await it first.`,
  PromiseAsText: (it) => `${it} is a promise, and has no text yet: await it first.`,
  PromiseOfCondition: (it) =>
    `${it === "async" ? "An async function" : it} answers with a promise, which is always true: await the answers first, as in const answers = await Promise.all(items.map(…)).`,
  ReplyToNode: (it) =>
    `${it}(…) makes a reply to a web request, which a server of Node.js does not send: write sendPage(response, …), or another function of datastar-tsx/node.`,
  SetAsText: (it) => `${it} is a set of signals, which has no text: name one of its signals, or write ${it}.initial.`,
  SignalAsCondition: (it) =>
    `${it}: ${onlyName}, so that it is always true here; write data-show={${it}} or js\`\${${it}} …\` where the browser decides, or ask readSignals for its value in a request.`,
  SignalAsValue: (it) =>
    isName.test(it)
      ? `${it}: ${onlyName}; write data-text={${it}} or js\`\${${it}} …\` where the browser works it out, or ask readSignals for its value in a request.`
      : `${it} has a signal in it: ${onlyName}; ${forBrowser}.`,
  SignalOfCondition: (it) =>
    `${it} answers with what only the browser has a value of, and is always true here: ask readSignals for it in a request.`,
  TextAsSource: (it) =>
    `${it} is text that the running program makes: ${asSource}; write js\`…\`, which makes a literal of data.`,
  UnawaitedReading: (it) =>
    `${it}(…) is not awaited: what it refuses ends the process, and this function goes on without it; write await ${it}(…).`,
  UnawaitedReply: (it) =>
    `${it}(…) is not awaited, so that this function is done before the reply: write await or return.`,
  UnawaitedSleep: (it) => `${it}(…) is not awaited, and so nothing waits for it: write await ${it}(…).`,
  UnheardFunction: (it) =>
    `${it} awaits a send, which fails once the client has gone, and ends the process where nobody waits for ${it}: await it, or leave out the await before its sends.`,
  UnheardSend: (it) =>
    `${it}(…) fails once the client has gone, which ends the process where nobody catches it: write sse.every(…) for a timer, for … of for a loop, or ${it}(…) without await.`,
};

const types = new RegExp(`\\b(?:${Object.keys(messages).join("|")})\\b`);

/** What is said of a value of the server; `undefined` where it is right, or nothing is known of it. */
export function serverMessage({ message }: CompilerDiagnostic, written: string): string | undefined {
  // What depends on a type that is not known yet is told with its conditions.
  const [type = ""] = / extends /.test(message) ? [] : (types.exec(message) ?? []);
  return messages[type]?.(shortened(written));
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
