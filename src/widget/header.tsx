import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '#ui/language.ts';
import type { Chat } from './chat.ts';

export interface HeaderProps {
  chat: Chat;
  titleRef: RefObject<HTMLHeadingElement | null>;
  onClose: () => void;
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();

/** Who is answering, always in words, and the ways out. */
export function Header({ chat, titleRef, onClose }: HeaderProps) {
  const { widget, messages } = useLanguage().texts;
  const { state, repName = messages.team } = chat.handover.value;
  const isPerson = state === 'human';
  const title = isPerson ? repName : widget.title;
  const subtitle = isPerson ? widget.person : state === 'queued' ? widget.waiting : widget.assistant;
  return (
    <header class="head">
      {chat.view.value === 'conversation' ? (
        <button type="button" class="icon-button" aria-label={widget.back} onClick={chat.goHome}>
          <Icon path="M14 6l-6 6 6 6" />
        </button>
      ) : null}
      <span class="portrait" aria-hidden="true">
        {initials(title)}
      </span>
      <div class="who">
        <h2 tabIndex={-1} ref={titleRef}>
          {title}
        </h2>
        <div class="subtitle">{subtitle}</div>
      </div>
      <Menu chat={chat} />
      <button type="button" class="icon-button" aria-label={widget.close} onClick={onClose}>
        <Icon path="M6 6l12 12M18 6L6 18" />
      </button>
    </header>
  );
}

function Menu({ chat }: { chat: Chat }) {
  const { widget } = useLanguage().texts;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isOpen) list.current?.querySelector('button')?.focus();
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const choose = (act: () => unknown) => () => {
    close();
    act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const items = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = items.findIndex((item) => item.matches(':focus'));
    items.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % items.length)?.focus();
  };
  return (
    <div class="menu-frame">
      <button
        type="button"
        class="icon-button"
        aria-label={widget.menu}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        ref={opener}
        onKeyDown={onKeyDown}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon path="M5 12h.01M12 12h.01M19 12h.01" isBold />
      </button>
      {isOpen && (
        <div class="menu" role="menu" tabIndex={-1} ref={list} onKeyDown={onKeyDown}>
          <button type="button" role="menuitem" onClick={choose(chat.askForPerson)}>
            {widget.talk}
          </button>
          <button type="button" role="menuitem" onClick={choose(chat.startAnew)}>
            {widget.newChat}
          </button>
        </div>
      )}
    </div>
  );
}

function Icon({ path, isBold }: { path: string; isBold?: boolean }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class={isBold ? 'icon bold' : 'icon'}>
      <path d={path} />
    </svg>
  );
}
