/** How a page sets the chat up; as `data-…` attributes on the script tag or on the element, or in `boot()`. */
export interface Settings {
  /** Public key of the site. */
  site: string;
  /** Origin of the service; where the script came from unless said otherwise. */
  api: string;
  /** Language of the chat; the page's own unless said otherwise. */
  locale: string;
  theme: 'light' | 'dark' | 'auto';
  side: 'start' | 'end';
  /** `false` leaves out the round button: the page opens the chat itself. */
  launcher: boolean;
}

/** Fetches a fresh signed token for whoever is signed in on the page. */
export type TokenSource = () => Promise<string>;

export interface OpenOptions {
  /** Put into the composer, never sent by itself. */
  text?: string;
  /** The invoice the customer is looking at. */
  invoice?: string;
}

export interface PageContext {
  invoice?: string | undefined;
}

/** Events on the element, each with this `detail`. */
export interface ChatEvents {
  ready: undefined;
  open: undefined;
  close: undefined;
  unread: { count: number };
  message: { role: 'customer' | 'assistant' | 'rep' | 'system'; final: boolean };
  handoff: { state: string };
  case: { id: string; state: string };
  connection: { state: string };
  error: { code: string };
}

export type Emit = <Name extends keyof ChatEvents>(name: Name, detail: ChatEvents[Name]) => void;

/** What the loader lends the panel. */
export interface PanelHost {
  settings: Settings;
  shadow: ShadowRoot;
  emit: Emit;
  /** Shows the number on the launcher. */
  setUnread(count: number): void;
  /** Asks the loader to close the panel and give the focus back. */
  close(): void;
}

export interface Panel {
  show(options: OpenOptions): void;
  hide(): void;
  send(text: string): Promise<void>;
  setContext(context: PageContext): void;
  identify(source: TokenSource): Promise<void>;
  logout(): void;
  destroy(): void;
}
