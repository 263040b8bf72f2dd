import { useLayoutEffect, useRef } from 'preact/hooks';
import { useLanguage } from '#ui/language.ts';
import type { Chat } from './chat.ts';
import { Composer } from './composer.tsx';
import { ConversationView } from './conversation-view.tsx';
import { followKeyboard, isPhone } from './cover-page.ts';
import { Header } from './header.tsx';
import { HomeView } from './home-view.tsx';
import { Notices } from './notices.tsx';

export interface PanelViewProps {
  chat: Chat;
  isOpen: boolean;
  onClose: () => void;
}

export function PanelView({ chat, isOpen, onClose }: PanelViewProps) {
  const { texts } = useLanguage();
  const panel = useRef<HTMLElement>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!isOpen || !panel.current) return;
    const stop = followKeyboard(panel.current);
    (isPhone() ? title : composer).current?.focus();
    return stop;
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      onClose();
    }
  };
  const toComposer = () => composer.current?.focus();
  const isExpired = chat.identityState.value === 'expired';
  return (
    <section
      class="panel"
      role="dialog"
      aria-label={texts.widget.title}
      aria-modal={isOpen && isPhone()}
      hidden={!isOpen}
      ref={panel}
      onKeyDown={onKeyDown}
    >
      <Header chat={chat} titleRef={title} onClose={onClose} />
      <Notices chat={chat} />
      {isExpired ? (
        <div class="expired">
          <p>{texts.widget.expired}</p>
          <button type="button" class="button primary" onClick={() => void chat.renew()}>
            {texts.widget.signIn}
          </button>
        </div>
      ) : chat.view.value === 'home' ? (
        <HomeView chat={chat} />
      ) : (
        <ConversationView chat={chat} toComposer={toComposer} />
      )}
      {!isExpired && <Composer chat={chat} fieldRef={composer} />}
    </section>
  );
}
