import { useState } from 'preact/hooks';
import { reasonOf } from '#ui/api.ts';
import { useLanguage } from '#ui/language.ts';
import type { Session } from './session.ts';

export function SignIn({ session }: { session: Session }) {
  const { workspace, records } = useLanguage().texts;
  const [email, setEmail] = useState('');
  const [answer, setAnswer] = useState<string>();
  const people = session.people.value;
  const problem = session.problem.value;
  const ask = async () => {
    try {
      await session.askForLink(email.trim());
      setAnswer(workspace.linkSent);
    } catch (error) {
      setAnswer(reasonOf(error, workspace.unreachable));
    }
  };
  return (
    <main class="door">
      <h1>Redress</h1>
      <h2>{workspace.signInTitle}</h2>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <label>
          {workspace.email}
          <input
            class="field"
            type="email"
            autoComplete="email"
            required
            value={email}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button primary">
          {workspace.sendLink}
        </button>
        <p role="status">{answer}</p>
      </form>
      {people.length > 0 && (
        <section>
          <h3>{workspace.demoPeople}</h3>
          <ul class="door-people">
            {people.map((person) => (
              <li key={person.email}>
                <button type="button" class="button" onClick={() => void session.signInAs(person.email)}>
                  {person.name} <span class="small">{records.roles[person.role] ?? person.role}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
