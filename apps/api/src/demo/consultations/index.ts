import type { ConsultationScript } from '../script.js';
import { aiAtWork } from './ai-at-work.js';
import { buses } from './buses.js';
import { careWorkers } from './care-workers.js';
import { childcare } from './childcare.js';
import { dentistry } from './dentistry.js';
import { renting } from './renting.js';
import { schoolBuildings } from './school-buildings.js';
import { warmHomes } from './warm-homes.js';

/** Every consultation of the demo: one at least in each phase. */
export const consultationScripts: ConsultationScript[] = [
  dentistry,
  buses,
  childcare,
  renting,
  careWorkers,
  warmHomes,
  aiAtWork,
  schoolBuildings,
];
