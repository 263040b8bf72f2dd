import type { SourceView } from '#domain/views/invoice-view.ts';
import { useLanguage } from '#ui/language.ts';

/** The documents a figure was read from. */
export function SourceList({ sources }: { sources: readonly SourceView[] }) {
  const { texts, format } = useLanguage();
  const { workspace } = texts;
  if (sources.length === 0) return null;
  const words = (source: SourceView) =>
    [
      workspace.sourceKinds[source.kind],
      source.id,
      source.line === undefined ? undefined : workspace.sourceLine(source.line),
      source.at && (source.at.includes('T') ? format.moment(source.at) : format.day(source.at)),
      source.text,
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <div class="sources">
      {workspace.sources}: {[...new Set(sources.map(words))].join(' · ')}
    </div>
  );
}
