// What people can send, and what it must be.
import { z } from "zod";
import { labels } from "./issues.js";

export const attachmentLimit = 500_000;

export const Title = z.string().trim().min(3, "A title has at least 3 characters.").max(120, "At most 120 characters.");
const Text = z.string().trim().max(20_000, "At most 20,000 characters.");
const Label = z.enum(["", ...labels]);

/** Whoever changes the address by hand gets what can be understood of it. */
export const Filter = z.object({
  search: z.string().trim().max(100).catch(""),
  state: z.enum(["open", "closed", "all"]).catch("open"),
  label: Label.catch(""),
  assignee: z.string().catch(""),
  pages: z.coerce.number().int().min(1).max(100).catch(1),
});
export type Filter = z.infer<typeof Filter>;

/** Where somebody wanted to go who had to log in first: a path of this site, and no other one. */
export const Destination = z
  .string()
  .refine((path) => path.startsWith("/") && new URL(path, "http://here").host === "here")
  .catch("/issues");

export const Credentials = z.object({ name: z.string(), password: z.string(), then: Destination });
export const NewIssue = z.object({ title: Title, body: Text, label: Label });
export const NewComment = z.object({ comment: Text.min(1, "Say something.") });
export const NewAttachment = z.object({
  file: z.file("Choose a file.").min(1, "The file is empty.").max(attachmentLimit, "At most 500 KB, please."),
});

/** A field that is sent as often as something was chosen: not at all, once, several times. */
const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(item));

export const Properties = z.object({ assignee: z.string(), label: several(z.enum(labels)) });
export const BulkChange = z.object({
  issue: several(z.coerce.number().int()).refine((chosen) => chosen.length > 0, "Choose some issues first."),
  action: z.enum(["close", "reopen", "label"]),
  label: Label,
});
