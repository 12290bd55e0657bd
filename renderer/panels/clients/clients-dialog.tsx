import { useState } from 'react';
import { appStore } from '../../state/app-store.ts';
import { changePreferences } from '../../state/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from '../../ui/messages.ts';
import { ProgramChoice } from './program-choice.tsx';
import type { ChosenPrograms } from './program-choice.tsx';

/** Which programs and browsers, in which releases, a person wants to be told about. */
export function ClientsDialog({ onClose }: { readonly onClose: () => void }) {
  const [chosen, setChosen] = useState<ChosenPrograms>(() => appStore.getState().preferences);
  const { clients } = messages;
  const apply = (): void => {
    void changePreferences({ clients: [...chosen.clients], browsers: [...chosen.browsers] });
    onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{messages.cancel}</Button>
      <Button look="primary" onClick={apply}>
        {messages.done}
      </Button>
    </>
  );
  return (
    <Dialog title={clients.choose} description={clients.chooseText} onClose={onClose} footer={footer}>
      <ProgramChoice chosen={chosen} onChoose={setChosen} />
    </Dialog>
  );
}
