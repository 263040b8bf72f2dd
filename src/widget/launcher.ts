import { launcherWords } from './launcher-words.ts';

export interface Launcher {
  button: HTMLButtonElement;
  setOpen(isOpen: boolean): void;
  setUnread(count: number): void;
}

const speech =
  'M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-5 4v-4.1A2.5 2.5 0 0 1 4 13.5Z';
const cross = 'M6 6l12 12M18 6L6 18';

/** The round button in the corner, drawn without any library so that it costs the page next to nothing. */
export function createLauncher(locale: string): Launcher {
  const words = launcherWords(locale);
  const button = document.createElement('button');
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const badge = document.createElement('span');
  let isOpen = false;
  let unread = 0;
  button.type = 'button';
  button.className = 'launcher';
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  badge.className = 'badge';
  badge.setAttribute('aria-hidden', 'true');
  picture.append(path);
  button.append(picture, badge);
  const draw = () => {
    path.setAttribute('d', isOpen ? cross : speech);
    button.setAttribute('aria-expanded', String(isOpen));
    button.setAttribute(
      'aria-label',
      isOpen ? words.close : words.open + (unread > 0 ? words.unread(unread) : ''),
    );
    badge.textContent = isOpen || unread === 0 ? '' : unread > 9 ? '9+' : String(unread);
  };
  draw();
  return {
    button,
    setOpen: (next) => {
      isOpen = next;
      draw();
    },
    setUnread: (count) => {
      unread = count;
      draw();
    },
  };
}
