import { useState } from 'preact/hooks';
import { CreateCommunityForm } from '../components/CreateCommunityForm.tsx';
import type { Failure } from '../domain/failure.ts';
import { ask } from '../messaging/send.ts';

export interface CreateSheetProps {
  readonly memberName: string;
  readonly onCreated: () => void;
  readonly onCancel: () => void;
}

/** Found a community on a server. */
export function CreateSheet({ memberName, onCreated, onCancel }: CreateSheetProps) {
  const [fields, setFields] = useState({ server: '', creationKey: '', name: '', purpose: '', memberName });
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const create = async (): Promise<void> => {
    if (!fields.name.trim() || !fields.memberName.trim()) {
      setFailure({ code: 'name-missing' });
      return;
    }
    setBusy(true);
    setFailure(undefined);
    const created = await ask('createCommunity', fields);
    setBusy(false);
    if (created.ok) onCreated();
    else setFailure(created.error);
  };
  return (
    <CreateCommunityForm
      fields={fields}
      busy={isBusy}
      failure={failure}
      onFields={setFields}
      onCreate={() => void create()}
      onCancel={onCancel}
    />
  );
}
