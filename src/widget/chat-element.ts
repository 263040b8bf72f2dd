import type { ChatEvents, OpenOptions, PageContext, Panel, Settings, TokenSource } from './contract.ts';
import launcherCss from './launcher.css?inline';
import { createLauncher } from './launcher.ts';
import { hasChatToGoOnWith, wipeSavedWork } from './saved-keys.ts';

// Apart from the style sheet, whose minifier rounds large numbers.
const layer = ':host{z-index:var(--redress-z-index,2147482000)!important}';

/** `<redress-chat>`: the launcher at once, the panel when it is first wanted. A custom element has to be a class. */
export class RedressChat extends HTMLElement {
  #panel: Promise<Panel> | undefined;
  #shadow: ShadowRoot | undefined;
  #launcher = createLauncher('en');
  #opener: Element | null = null;
  #isOpen = false;
  #source: TokenSource | undefined;
  #context: PageContext = {};

  get settings(): Settings {
    const { site = '', api = '', locale, theme, side, launcher } = this.dataset;
    return {
      site,
      api,
      locale: locale ?? (document.documentElement.lang || navigator.language),
      theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
      side: side === 'start' ? 'start' : 'end',
      launcher: launcher !== 'false',
    };
  }

  connectedCallback() {
    if (this.#shadow) return;
    const { theme, locale, launcher, site } = this.settings;
    const shadow = this.attachShadow({ mode: 'open' });
    const root = document.createElement('div');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(launcherCss + layer);
    shadow.adoptedStyleSheets = [sheet];
    root.className = 'redress';
    root.dataset.theme = theme;
    root.lang = locale.startsWith('de') ? 'de' : 'en';
    this.#launcher = createLauncher(locale);
    const { button } = this.#launcher;
    button.hidden = !launcher;
    button.addEventListener('click', () => void this.toggle());
    for (const name of ['pointerenter', 'focus']) button.addEventListener(name, () => void this.#load());
    root.append(button);
    shadow.append(root);
    this.#shadow = shadow;
    queueMicrotask(() => this.#emit('ready', undefined));
    if (hasChatToGoOnWith(site)) setTimeout(() => void this.#load());
  }

  async open(options: OpenOptions = {}) {
    if (!this.#isOpen) this.#opener = document.activeElement;
    const panel = await this.#load();
    panel.show(options);
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#launcher.setOpen(true);
    this.#emit('open', undefined);
  }

  async close() {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    (await this.#load()).hide();
    this.#launcher.setOpen(false);
    const opener = this.#opener;
    if (opener instanceof HTMLElement && opener !== document.body && opener !== this) opener.focus();
    else this.#launcher.button.focus();
    this.#emit('close', undefined);
  }

  async toggle() {
    await (this.#isOpen ? this.close() : this.open());
  }

  async send(text: string) {
    await (await this.#load()).send(text);
  }

  async setContext(context: PageContext) {
    this.#context = context;
    (await this.#panel)?.setContext(context);
  }

  async identify(source: TokenSource) {
    this.#source = source;
    await (await this.#panel)?.identify(source);
  }

  async logout() {
    this.#source = undefined;
    wipeSavedWork(this.settings.site);
    (await this.#panel)?.logout();
  }

  async destroy() {
    (await this.#panel)?.destroy();
    this.remove();
  }

  /** Calls back on every such event until the answer is called. */
  on<Name extends keyof ChatEvents>(name: Name, listener: (detail: ChatEvents[Name]) => void) {
    const hear = (event: Event) => {
      if (event instanceof CustomEvent) listener(event.detail);
    };
    this.addEventListener(name, hear);
    return () => this.removeEventListener(name, hear);
  }

  #emit<Name extends keyof ChatEvents>(name: Name, detail: ChatEvents[Name]) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #load(): Promise<Panel> {
    this.#panel ??= this.#mount().catch((error) => {
      this.#panel = undefined;
      this.#emit('error', { code: 'load-failed' });
      throw error;
    });
    return this.#panel;
  }

  async #mount() {
    const { mountPanel } = await import('./panel.tsx');
    if (!this.#shadow) throw new Error('The chat is not on the page.');
    const panel = mountPanel({
      settings: this.settings,
      shadow: this.#shadow,
      emit: (name, detail) => this.#emit(name, detail),
      setUnread: (count) => this.#launcher.setUnread(count),
      close: () => void this.close(),
    });
    panel.setContext(this.#context);
    if (this.#source) void panel.identify(this.#source);
    return panel;
  }
}
