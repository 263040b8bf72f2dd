import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '#ui/language.ts';
import { AssistPane } from './assist-pane.tsx';
import { useDesk } from './desk.ts';
import { HoldBar } from './hold-bar.tsx';
import { KeyList } from './key-list.tsx';
import { listenToKeys } from './keys.ts';
import { ListPane } from './list-pane.tsx';
import { RecordPane } from './record-pane.tsx';
import { TopBar } from './top-bar.tsx';

export function WorkspaceView() {
  const desk = useDesk();
  const { workspace } = useLanguage().texts;
  const [showsKeys, setShowsKeys] = useState(false);
  useEffect(() => listenToKeys(desk, () => setShowsKeys(true)), [desk]);
  return (
    <div class="workspace">
      <TopBar onKeys={() => setShowsKeys(true)} />
      <div role="status" class="banner" hidden={!desk.isOffline()}>
        {desk.isOffline() && workspace.offline}
      </div>
      <div class="panes" data-pane={desk.pane.value} data-drawer={desk.isDrawerOpen.value}>
        <ListPane />
        <RecordPane />
        <AssistPane />
      </div>
      <HoldBar />
      {showsKeys && <KeyList onClose={() => setShowsKeys(false)} />}
    </div>
  );
}
