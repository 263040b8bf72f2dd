import { signal } from '@preact/signals';
import { render } from 'preact';
import { createApi } from '#ui/api.ts';
import { safeLink } from '#ui/cards/card-guards.ts';
import { LanguageContext, languageFor, useLanguage } from '#ui/language.ts';
import type { Mail } from '#ui/wire.ts';
import './pages.css';

const api = createApi({ base: '', headers: async () => ({}) });
const mails = signal<readonly Mail[]>();
const isFailing = signal(false);
const chosenKey = signal<string>();

async function refresh() {
  if (document.hidden) return;
  try {
    mails.value = (await api.get<{ mails: Mail[] }>('/api/demo/mailbox')).mails;
    isFailing.value = false;
  } catch {
    isFailing.value = true;
  }
}

function Mailbox() {
  const { pages, workspace } = useLanguage().texts;
  const list = mails.value;
  const chosen = list?.find(({ key }) => key === chosenKey.value);
  return (
    <div class="mailbox">
      <header>
        <h1>{pages.mailbox}</h1>
        {isFailing.value && <p class="small">{pages.unreachable}</p>}
      </header>
      <nav class="mail-list" aria-label={pages.mailbox}>
        {!list && !isFailing.value && <p class="mail small">{workspace.loading}</p>}
        {list?.length === 0 && <p class="mail small">{pages.noMail}</p>}
        {list?.map((mail) => (
          <MailRow key={mail.key} mail={mail} />
        ))}
      </nav>
      <main class="mail">{chosen ? <MailText mail={chosen} /> : <p class="muted">{pages.choose}</p>}</main>
    </div>
  );
}

function MailRow({ mail }: { mail: Mail }) {
  const { format } = useLanguage();
  return (
    <button
      type="button"
      aria-current={chosenKey.value === mail.key}
      onClick={() => {
        chosenKey.value = mail.key;
      }}
    >
      <b>{mail.subject}</b>
      <span class="small">
        {mail.recipient} · {format.moment(mail.sentAt)}
      </span>
    </button>
  );
}

const address = /(https?:\/\/\S+)/;
const longest = 60;

/** Addresses are pressed, not read: a long one is cut where it is shown, as a mail program does. */
const part = (text: string) =>
  address.test(text) ? (
    <a key={text} href={text}>
      {text.length > longest ? `${text.slice(0, longest)}…` : text}
    </a>
  ) : (
    text
  );

function MailText({ mail }: { mail: Mail }) {
  const { texts, format } = useLanguage();
  const link = safeLink(mail.link, location.origin);
  return (
    <article>
      <h2>{mail.subject}</h2>
      <p class="small">
        {texts.pages.to} {mail.recipient} · {format.moment(mail.sentAt)}
      </p>
      <pre>{mail.text.split(address).map(part)}</pre>
      {link && (
        <a class="button primary" href={link}>
          {texts.pages.openLink}
        </a>
      )}
    </article>
  );
}

const language = languageFor(navigator.language);
const place = document.getElementById('mailbox');
document.documentElement.lang = language.locale;
if (place)
  render(
    <LanguageContext.Provider value={language}>
      <Mailbox />
    </LanguageContext.Provider>,
    place,
  );
void refresh();
setInterval(() => void refresh(), 2_000);
