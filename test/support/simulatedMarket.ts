import type { DataSource } from 'typeorm';
import { type SimulationOptions, defaultSimulation } from '../../src/simulation/options';
import { simulatedFiles } from '../../src/simulation/simulatedFiles';
import { loadSimulation } from '../../src/store/load/loadSimulation';

/** The default market's last two years with few companies: as much as a test has time for. */
export const smallMarket: SimulationOptions = { ...defaultSimulation, companies: 40, years: 2 };

/** Loads a simulated market into an empty database. @returns Whether it was empty. */
export const loadMarket = (db: DataSource, options: SimulationOptions = smallMarket): Promise<boolean> => loadSimulation(db, options, simulatedFiles(options));
