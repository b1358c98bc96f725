// What pages keep in the browser. Names that begin with `_` stay there.
import { signals } from "datastar-tsx";

/** Of every page: whether it hears of changes. */
export const net = signals({ _offline: false });

/** Of the page of an issue: the title while it is edited, and the comment that is being written. */
export const editing = signals({ title: "", _comment: "", _titleIsOpen: false, _titleError: "" });

/** Of a dialog: whether what it sends is on its way. */
export const sending = signals({ _sending: false });
