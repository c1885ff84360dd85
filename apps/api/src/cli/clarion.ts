#!/usr/bin/env node
import 'reflect-metadata';
import { MalformedFile } from '@clarion/exchange';
import { Command } from 'commander';
import { PlainError } from '../plain-error.js';
import { sayFault } from '../shown-fault.js';
import { adminCommand } from './admin.command.js';
import { backupCommand, restoreCommand } from './backup.command.js';
import { bodyCommand } from './body.command.js';
import { demoCommand } from './demo.command.js';
import { doctorCommand } from './doctor.command.js';
import { eraseCommand } from './erase.command.js';
import { exportCommand } from './export.command.js';
import { importCommand } from './import.command.js';
import { mailCommand } from './mail.command.js';
import { opinionCommand } from './opinion.command.js';
import { rollCommand } from './roll.command.js';
import { roundCommand } from './round.command.js';
import { sealCommand } from './seal.command.js';
import { verifyCommand } from './verify.command.js';

const program = new Command('clarion')
  .description(
    'Runs a Clarion: administrators, bodies, the roll, erasure, imports, exports, opinion groups, rounds, seals, mail, backups, the demonstration, and what is wrong with it.',
  )
  .addHelpText(
    'after',
    '\nSettings come from the environment or .env; .env.example lists them all.\nWithout DATABASE_URL the commands work on the Postgres that Clarion brings along, in ./data.',
  )
  .addCommand(adminCommand())
  .addCommand(bodyCommand())
  .addCommand(rollCommand())
  .addCommand(eraseCommand())
  .addCommand(importCommand())
  .addCommand(exportCommand())
  .addCommand(opinionCommand())
  .addCommand(roundCommand())
  .addCommand(sealCommand())
  .addCommand(mailCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(demoCommand())
  .addCommand(verifyCommand())
  .addCommand(doctorCommand())
  .showHelpAfterError('(clarion --help says more)');

try {
  await program.parseAsync();
} catch (fault) {
  const isPlain = fault instanceof PlainError || fault instanceof MalformedFile;
  console.error(isPlain ? fault.message : sayFault(fault));
  process.exitCode = 1;
}
