import { InvoiceRow } from '#ui/cards/invoice-list-card.tsx';
import { replyByWords } from '#ui/cards/reply-by.ts';
import { useLanguage } from '#ui/language.ts';
import type { Chat } from './chat.ts';

/** The first screen: greeting, last invoices, open case, and what one could ask. */
export function HomeView({ chat }: { chat: Chat }) {
  const language = useLanguage();
  const { widget, records } = language.texts;
  const home = chat.home.value;
  if (!home)
    return chat.homeProblem.value ? (
      <div class="expired">
        <p>{widget.loadFailed}</p>
        <button type="button" class="button" onClick={() => void chat.loadHome()}>
          {widget.tryAgain}
        </button>
      </div>
    ) : (
      <div class="home" aria-busy="true">
        <div class="grey-line" />
        <div class="grey-line" />
        <div class="grey-line short" />
      </div>
    );
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const firstName = home.name?.split(' ')[0];
  const { openCase } = home;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="home" aria-label={widget.title} tabIndex={0}>
      <div>
        <p class="greeting">{home.verified && firstName ? widget.hello(firstName) : widget.helloAnyone}</p>
        <p class="small">{widget.disclosure}</p>
      </div>
      {chat.hasConversation.value && (
        <button type="button" class="button" onClick={chat.goOn}>
          {widget.continueChat}
        </button>
      )}
      {home.invoices.length > 0 && (
        <section>
          <h3>{widget.yourInvoices}</h3>
          <ul class="choices framed">
            {home.invoices.map((invoice) => (
              <li key={invoice.number}>
                <button
                  type="button"
                  class="choice"
                  onClick={() => chat.send(widget.askAbout(invoice.number))}
                >
                  <InvoiceRow invoice={invoice} today={today} />
                  <span aria-hidden="true">›</span>
                </button>
              </li>
            ))}
            {home.invoiceCount > home.invoices.length && (
              <li>
                <button type="button" class="choice" onClick={() => chat.send(widget.allInvoicesQuestion)}>
                  <span class="grow">{widget.allInvoices(home.invoiceCount)}</span>
                  <span aria-hidden="true">›</span>
                </button>
              </li>
            )}
          </ul>
        </section>
      )}
      {openCase && (
        <section>
          <h3>{widget.openCase}</h3>
          <div class="choices framed">
            <button
              type="button"
              class="choice"
              onClick={() => chat.send(widget.askCase(openCase.caseNumber))}
            >
              <span class="number">{openCase.caseNumber}</span>
              <span class="grow">
                {openCase.reasonCode
                  ? (records.reasons[openCase.reasonCode] ?? openCase.shortDescription)
                  : openCase.shortDescription}
                {openCase.replyBy && (
                  <span class="small block">
                    {records.replyBy(replyByWords(openCase.replyBy, now, language))}
                  </span>
                )}
              </span>
              <span aria-hidden="true">›</span>
            </button>
          </div>
        </section>
      )}
      <section>
        <h3 class="visually-hidden">{widget.starters}</h3>
        <div class="quick-replies">
          {home.starters.map((starter) => (
            <button
              key={starter}
              type="button"
              class="button round"
              onClick={() => (starter === widget.talk ? void chat.askForPerson() : chat.send(starter))}
            >
              {starter}
            </button>
          ))}
          {!home.starters.includes(widget.talk) && (
            <button type="button" class="button round" onClick={() => void chat.askForPerson()}>
              {widget.talk}
            </button>
          )}
        </div>
      </section>
    </section>
  );
}
