import 'reflect-metadata';
import { signInTasks } from './accounts/sign-in-code.tasks.js';
import { contactTasks } from './contacts/contact.tasks.js';
import { open } from './database/open.js';
import { readableAddress, sayPeople } from './demo/greeting.js';
import { checkWhoIsHere, loadDemoIfEmpty } from './demo/who-is-here.js';
import { startJobs } from './jobs/jobs.js';
import { keyToSignWith } from './keyring/key-to-sign-with.js';
import { type Overhearing, openLog } from './log.js';
import { mailTasks } from './mail/mail.js';
import { sealTasks } from './moderation/seal.tasks.js';
import { PlainError } from './plain-error.js';
import { publicConfiguration } from './public-configuration.js';
import { recountTasks } from './ranking/recount.tasks.js';
import { recordName } from './record/checkpoint.service.js';
import { startCheckpoints } from './record/checkpoint-clock.js';
import { enterConfiguration } from './record/configuration.service.js';
import { buildServer } from './server.js';
import { sayFault, shownAsError } from './shown-fault.js';
import { batchTasks } from './voting/batch.tasks.js';
import { forgetTasks } from './voting/forget.tasks.js';

/** Starts Clarion: database, demo where asked for, web app and API on one port, jobs. Answers how to stop it. */
export async function start({
  unsafe = {},
}: {
  /** Only for the test that shows that nothing personal is logged. */
  unsafe?: { overhear?: Overhearing };
} = {}): Promise<{ stop: () => Promise<void>; address: string }> {
  endPlainly();
  const { environment, url, database, keys, close } = await open().catch((fault: unknown) => {
    throw shown(fault);
  });
  const log = openLog(environment.logLevel, unsafe);
  try {
    const warning = await checkWhoIsHere(database.manager, environment.isDemo);
    if (warning) console.log(`\n${warning}`);
    if (environment.isDemo) {
      await loadDemoIfEmpty({ database, keys, environment }, (line) => console.log(line));
    }
    await keyToSignWith(database.manager, keys).catch((fault: unknown) => log.error(fault));
    await enterConfiguration(database, publicConfiguration(environment, keys), new Date());
    const app = await buildServer({ environment, database, keys, log });
    await app.listen(environment.port, environment.host);
    const address = environment.publicUrl || readableAddress(await app.getUrl());
    console.log(`\nClarion is at ${address}\n`);
    if (environment.isDemo) console.log(await sayPeople(database.manager, address));
    const tasks = {
      ...batchTasks,
      ...sealTasks,
      ...recountTasks,
      ...mailTasks(environment),
      ...signInTasks(environment, keys),
      ...contactTasks(environment, keys),
      // The demonstration plays a year in a minute; its people still look at how they voted.
      ...(environment.isDemo ? {} : forgetTasks(keys)),
    };
    const jobs = await startJobs({ url, tasks, log }).catch(async (fault: unknown) => {
      await app.close();
      throw fault;
    });
    const name = recordName(environment.publicUrl);
    const checkpoints = startCheckpoints({ database, keys, name, log });
    const stop = async () => {
      await checkpoints.stop();
      await jobs.stop();
      await app.close();
      await close();
    };
    stopOnSignals(stop);
    return { stop, address };
  } catch (fault) {
    await close();
    throw plainly(fault, environment.port);
  }
}

/** A fault that nothing caught ends the process, as ever; but Node would print all that hangs on it. */
function endPlainly(): void {
  process.on('uncaughtException', (fault) => {
    console.error(fault instanceof PlainError ? fault.message : sayFault(fault));
    process.exit(1);
  });
}

const shown = (fault: unknown) => (fault instanceof PlainError ? fault : shownAsError(fault));

function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function plainly(fault: unknown, port: number): unknown {
  const { code } = fault as { code?: string };
  if (code === 'EADDRINUSE') {
    return new PlainError(
      `Port ${port} is in use by another program. Choose another one: CLARION_PORT=${port + 1} npm start`,
    );
  }
  if (code === 'EACCES') return new PlainError(`This user may not listen on port ${port}.`);
  return shown(fault);
}
