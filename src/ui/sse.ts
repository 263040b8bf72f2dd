export interface ServerEvent {
  id?: string;
  event: string;
  data: string;
}

/** Reads a text/event-stream body; calls `onHeard` for every piece that arrives, comments included. */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onHeard: () => void = () => {},
): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onHeard();
      text = (text + decoder.decode(value, { stream: true })).replace(/\r\n|\r(?!$)/g, '\n');
      let end = text.indexOf('\n\n');
      while (end >= 0) {
        const event = parseEvent(text.slice(0, end));
        text = text.slice(end + 2);
        if (event) yield event;
        end = text.indexOf('\n\n');
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** One block of lines; undefined when it holds no data, as a heartbeat does. */
function parseEvent(block: string): ServerEvent | undefined {
  const fields = block.split('\n').map((line) => {
    const colon = line.indexOf(':');
    if (colon < 0) return { name: line, value: '' };
    return { name: line.slice(0, colon), value: line.slice(colon + 1).replace(/^ /, '') };
  });
  const data = fields.filter(({ name }) => name === 'data').map(({ value }) => value);
  if (data.length === 0) return undefined;
  const id = fields.findLast(({ name }) => name === 'id')?.value;
  const event = fields.findLast(({ name }) => name === 'event')?.value ?? 'message';
  return { event, data: data.join('\n'), ...(id === undefined ? {} : { id }) };
}
