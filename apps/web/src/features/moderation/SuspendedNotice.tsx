import { DateText } from '../../ui/DateText';
import { Notice } from '../../ui/Notice';
import { useViewer } from '../accounts/viewer';

/** That a moderator keeps one from writing: until when, and what still works. */
export function SuspendedNotice() {
  const until = useViewer()?.suspendedUntil;
  if (!until) return null;
  return (
    <div className="mb-8 max-w-measure">
      <Notice tone="warning" title="A moderator has stopped you from writing">
        <p>
          Until <DateText iso={until} style="moment" />. You can read everything and vote. Below you
          see why, and can appeal: another moderator answers.
        </p>
      </Notice>
    </div>
  );
}
