export interface Holes {
  readonly title: string;
  readonly user: string;
  readonly count: number;
}

export const holes: Holes = { title: "Inbox & more", user: "Ada", count: 7 };
