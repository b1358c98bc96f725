import { signals, list } from "datastar-tsx";
export const cart = signals({ total: 0, name: "", open: false, items: list<{ id: number; title: string }>(), user: { email: "", age: 3 } });
