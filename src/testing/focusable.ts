/** What can have the focus, and takes it when something in it is clicked. */
export const focusable =
  "a[href], area[href], button, input, select, textarea, summary, [tabindex], [contenteditable]:not([contenteditable=false])";
