import { failed } from '../mail/failed-mail.queries.js';
import { canSend, tryServer } from '../mail/post.js';
import type { Check } from './finding.js';

/** Whether the mail server takes mail, and whether all mail was sent. */
export const mail: Check = async ({ database, environment }) => {
  if (!canSend(environment)) {
    return { saying: 'No mail server is set: nobody can sign in by a code, and no mail is sent' };
  }
  const unreached = await tryServer(environment).then(
    () => null,
    (fault: Error) => fault.message,
  );
  if (unreached) return { saying: '', fault: `No mail can be sent. ${unreached}` };
  const { count, latest } = await failed(database.manager);
  return {
    saying: 'The mail server takes mail, and none has failed',
    fault: count
      ? `${count === 1 ? '1 mail was' : `${count} mails were`} never sent. The last one: ${latest}`
      : undefined,
    remedy: 'clarion mail retry tries all of it again; clarion mail forget lets go of it.',
  };
};
