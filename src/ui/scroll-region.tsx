import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from './language.ts';

/** How near the end, in pixels, still counts as reading the newest message. */
const near = 48;

export interface ScrollRegionProps {
  label: string;
  /** Changes with every new message; what else grows is no news. */
  newest: string | number;
  children: ComponentChildren;
}

/** Scrolls with new messages only for a reader who is at the end; others keep their place and get a button. */
export function ScrollRegion({ label, newest, children }: ScrollRegionProps) {
  const { texts } = useLanguage();
  const region = useRef<HTMLElement>(null);
  const isPinned = useRef(true);
  const lastTop = useRef(0);
  const [hasNews, setHasNews] = useState(false);
  const toEnd = () => {
    const element = region.current;
    if (element) element.scrollTop = element.scrollHeight;
    setHasNews(false);
  };
  useLayoutEffect(() => {
    const frame = region.current;
    const content = frame?.firstElementChild;
    if (!frame || !content) return;
    const watcher = new ResizeObserver(() => {
      if (isPinned.current) toEnd();
    });
    watcher.observe(content);
    watcher.observe(frame);
    return () => watcher.disconnect();
  }, []);
  useEffect(toEnd, []);
  useEffect(() => {
    if (!isPinned.current) setHasNews(true);
  }, [newest]);
  const onScroll = () => {
    const element = region.current;
    if (!element) return;
    const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight <= near;
    // Only a reader moves up; a region that grows or shrinks has not been scrolled by anybody.
    if (isAtEnd) isPinned.current = true;
    else if (element.scrollTop < lastTop.current) isPinned.current = false;
    lastTop.current = element.scrollTop;
    if (isPinned.current) setHasNews(false);
  };
  return (
    <div class="scroll-frame">
      <section
        class="scroll-region"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        ref={region}
        onScroll={onScroll}
      >
        <div>{children}</div>
      </section>
      {hasNews && (
        <button type="button" class="button round news" onClick={toEnd}>
          {texts.messages.newMessages}
        </button>
      )}
    </div>
  );
}
