import { render } from 'preact';
import { LanguageContext, languageFor } from '#ui/language.ts';
import { Entrance } from './entrance.tsx';
import { createSession } from './session.ts';
import './workspace.css';
import './list-pane.css';
import './record-pane.css';
import './assist-pane.css';
import './panes.css';

const language = languageFor(navigator.language);
const session = createSession(language);
const place = document.getElementById('workspace');
const region = document.createElement('div');

document.documentElement.lang = language.locale;
document.title = `${language.texts.workspace.title} · Redress`;
region.className = 'visually-hidden';
region.setAttribute('aria-live', 'polite');
document.body.append(region);
const announce = (text: string) => {
  region.textContent = text;
};
if (place)
  render(
    <LanguageContext.Provider value={language}>
      <Entrance session={session} announce={announce} />
    </LanguageContext.Provider>,
    place,
  );
void session.start();
