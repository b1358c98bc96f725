import type { Child } from "datastar-tsx";

const Cell = ({ value }: { value: number }) => <b>{value}</b>;
const Box = ({ children }: { children: Child }) => <i>{children}</i>;
const Pair = ({ value }: { value: number }) => (
  <>
    <Cell value={value} />
    <Box>
      <Cell value={value + 1} />
    </Box>
  </>
);

export const render = (numbers: readonly number[]) => (
  <div>
    {numbers.map((value) => (
      <Pair value={value} />
    ))}
  </div>
);
