const address = /(https?:\/\/[^\s]*[^\s.,;:!?)])/;
const longest = 36;

/** The words of a message. Addresses of this service can be pressed; a long one is cut where it is shown. */
export function MessageText({ text, base }: { text: string; base: string }) {
  return (
    <>
      {text.split(address).map((part) =>
        URL.parse(part)?.origin === base ? (
          <a key={part} href={part} target="_blank" rel="noopener noreferrer">
            {part.length > longest ? `${part.slice(0, longest)}…` : part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
