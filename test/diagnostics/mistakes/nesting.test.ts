import { expect, test } from "vitest";
import { type Contents, enclose, noContents } from "../../../src/diagnostics/page/contents.js";

test("elements that a browser takes apart", () => {
  const said = (path: string) => {
    let contents: Contents<undefined> = noContents;
    return path
      .split(" ")
      .reverse()
      .flatMap((tag) => {
        const enclosed = enclose(
          { tag, id: undefined, place: undefined, signals: [], isForClient: false, formRole: undefined, branches: [] },
          contents,
          () => "",
        );
        contents = enclosed.contents;
        return enclosed.found.map(({ diagnostic }) => diagnostic.message.split(":")[0]);
      });
  };
  expect(said("p div")).toEqual(["a <p> cannot hold a <div>"]);
  expect(said("p span ul")).toEqual(["a <p> cannot hold a <ul>"]);
  expect(said("form div form")).toEqual(["a <form> cannot hold a <form>"]);
  expect(said("a b a")).toEqual(["a <a> cannot hold a <a>"]);
  expect(said("button button")).toEqual(["a <button> cannot hold a <button>"]);
  for (const path of [
    "p span",
    "div p",
    "p button div",
    "p svg foreignObject div",
    "form template form",
    "a template a",
    "p my-element",
  ])
    expect(said(path)).toEqual([]);
});
