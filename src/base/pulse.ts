/**
 * The header by which `<Feed>` asks a stream for pulses: in place of comments, which only servers and proxies see, events
 * that tell the page that the stream is alive, and how often they come.
 */
export const pulseHeader = "datastar-tsx-pulse";
