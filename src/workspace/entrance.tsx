import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '#ui/language.ts';
import type { Rep } from '#ui/wire.ts';
import { createDesk, type Desk, DeskContext } from './desk.ts';
import type { Session } from './session.ts';
import { SignIn } from './sign-in.tsx';
import { WorkspaceView } from './workspace-view.tsx';

/** The sign-in page, or the desk of whoever is signed in. */
export function Entrance({ session, announce }: { session: Session; announce: (text: string) => void }) {
  const { workspace } = useLanguage().texts;
  const rep = session.rep.value;
  if (rep === 'unknown') return <p class="lonely">{workspace.signingIn}</p>;
  if (rep === 'signed out') return <SignIn session={session} />;
  return <DeskOf key={rep.id} session={session} rep={rep} announce={announce} />;
}

function DeskOf(props: { session: Session; rep: Rep; announce: (text: string) => void }) {
  const language = useLanguage();
  const [desk, setDesk] = useState<Desk>();
  useEffect(() => {
    const created = createDesk({ ...props, language });
    setDesk(created);
    return created.close;
  }, []);
  if (!desk) return null;
  return (
    <DeskContext.Provider value={desk}>
      <WorkspaceView />
    </DeskContext.Provider>
  );
}
