import fc from "fast-check";
import { expect, test } from "vitest";
import { itemsOf, join, type Rope } from "../../src/base/rope.js";

interface Item {
  readonly value: number;
}

type Tree = Item | readonly Tree[];

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(fc.record({ value: fc.nat() }), fc.array(tie("tree"), { maxLength: 4 })),
}));

const isItem = (tree: Tree): tree is Item => "value" in tree;
const ropeOf = (tree: Tree): Rope<Item> =>
  isItem(tree) ? tree : tree.reduce<Rope<Item>>((rope, next) => join(rope, ropeOf(next)), undefined);
const flat = (tree: Tree): readonly Item[] => (isItem(tree) ? [tree] : tree.flatMap(flat));

test("a rope has the items of what was joined, in order", () => {
  fc.assert(
    fc.property(tree, (tree) => {
      expect(itemsOf(ropeOf(tree))).toEqual(flat(tree));
    }),
  );
});

test("however it was put together, and deeper than calls can be", () => {
  let [left, right]: Rope<Item>[] = [];
  for (let value = 0; value < 100_000; value++) {
    left = join(left, { value });
    right = join({ value }, right);
  }
  expect(itemsOf(left).map(({ value }) => value)).toEqual(Array.from({ length: 100_000 }, (_, value) => value));
  expect(itemsOf(right).length).toBe(100_000);
});
