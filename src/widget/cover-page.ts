export const isPhone = () => matchMedia('(max-width: 480px)').matches;

/** On a phone the panel covers the page: the page behind cannot be scrolled or reached. Answers with the way back. */
export function coverPage(host: Element): () => void {
  if (!isPhone()) return () => {};
  const page = document.documentElement;
  const place = { x: scrollX, y: scrollY, overflow: page.style.overflow };
  const behind = [...document.body.children].filter(
    (element) => element !== host && !element.hasAttribute('inert'),
  );
  page.style.overflow = 'hidden';
  for (const element of behind) element.setAttribute('inert', '');
  return () => {
    page.style.overflow = place.overflow;
    for (const element of behind) element.removeAttribute('inert');
    scrollTo(place.x, place.y);
  };
}

/** Keeps the panel as high as what the on-screen keyboard leaves; answers with the way back. */
export function followKeyboard(panel: HTMLElement): () => void {
  const viewport = window.visualViewport;
  if (!viewport || !isPhone()) return () => {};
  const adjust = () => panel.style.setProperty('--visible-height', `${viewport.height}px`);
  adjust();
  viewport.addEventListener('resize', adjust);
  return () => {
    viewport.removeEventListener('resize', adjust);
    panel.style.removeProperty('--visible-height');
  };
}
