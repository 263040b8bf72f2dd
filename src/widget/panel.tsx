import { render } from 'preact';
import controlsCss from '#ui/controls.css?inline';
import { LanguageContext, languageFor } from '#ui/language.ts';
import messagesCss from '#ui/messages.css?inline';
import tokensCss from '#ui/tokens.css?inline';
import { createChat } from './chat.ts';
import type { Panel, PanelHost } from './contract.ts';
import { coverPage } from './cover-page.ts';
import panelCss from './panel.css?inline';
import { PanelView } from './panel-view.tsx';

/** Builds the panel inside the element's shadow tree; nothing is fetched before it is shown or somebody signs in. */
export function mountPanel(host: PanelHost): Panel {
  const { settings, shadow, emit } = host;
  const language = languageFor(settings.locale);
  const root = shadow.querySelector<HTMLElement>('.redress');
  if (!root) throw new Error('The chat element has no root.');
  shadow.adoptedStyleSheets = [
    ...[tokensCss, controlsCss, messagesCss, panelCss].map((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      return sheet;
    }),
    ...shadow.adoptedStyleSheets,
  ];
  const polite = liveRegion(root);
  const chat = createChat({
    site: settings.site,
    api: settings.api,
    language,
    emit,
    announce: (text) => {
      polite.textContent = text;
    },
    onUnread: host.setUnread,
  });
  const place = document.createElement('div');
  root.prepend(place);
  const uncoverPage = { current: () => {} };
  const draw = (isOpen: boolean) =>
    render(
      <LanguageContext.Provider value={language}>
        <PanelView chat={chat} isOpen={isOpen} onClose={host.close} />
      </LanguageContext.Provider>,
      place,
    );
  draw(false);
  return {
    show(options) {
      uncoverPage.current();
      uncoverPage.current = coverPage(shadow.host);
      chat.show(options);
      draw(true);
    },
    hide() {
      uncoverPage.current();
      uncoverPage.current = () => {};
      chat.hide();
      draw(false);
    },
    send: async (text) => chat.send(text),
    setContext: ({ invoice }) => {
      chat.context.value = invoice;
    },
    identify: chat.identify,
    logout: chat.logout,
    destroy() {
      uncoverPage.current();
      chat.destroy();
      render(null, place);
    },
  };
}

/** Present and empty from the start: a region that appears together with its text is not read out. */
function liveRegion(root: HTMLElement): HTMLElement {
  const region = document.createElement('div');
  region.className = 'visually-hidden';
  region.setAttribute('aria-live', 'polite');
  root.append(region);
  return region;
}
