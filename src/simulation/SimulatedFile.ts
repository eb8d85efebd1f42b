/** One file of the simulation, in a format that a source reads. */
export interface SimulatedFile {
  /** The key of that source. */
  readonly source: string;
  /** Its name without a folder. */
  readonly name: string;
  readonly text: string;
}
