import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Frequency } from '../../domain/indicators/Frequency';
import { SeasonalAdjustment } from '../../domain/indicators/SeasonalAdjustment';
import type { Theme } from '../../domain/indicators/Theme';
import { Node } from '../../domain/Node';
import './enumTypes';
import { Release } from './Release';

/** A macro series. Identity only: its values are dated, in vintages. Of one that only a file names, nothing but the code is known. */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'A macroeconomic series. What it measures does not depend on the knowledge date; its values do.' })
@Entity({ name: 'indicator' })
@Check('indicator_frequency', `frequency IN ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY')`)
@Check('indicator_seasonal_adjustment', `seasonal_adjustment IN ('ADJUSTED', 'ADJUSTED_ANNUAL_RATE', 'NOT_ADJUSTED')`)
export class Indicator extends Node {
  @Field(() => String, { description: 'Its id at FRED, upper case: `UNRATE`.' })
  @PrimaryColumn({ type: 'text', collation: 'C' })
  code!: string;

  @Field(() => String, { description: 'What it measures; its code, where only a file names it.' })
  @Column({ type: 'text' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Of its published values, as FRED words it: `Percent`, `Thousands of Persons`; null where only a file names the series.' })
  @Column({ type: 'text', nullable: true })
  unit!: string | null;

  @Field(() => Frequency, { nullable: true, description: 'How often it has a value; null where only a file names it.' })
  @Column({ type: 'text', nullable: true })
  frequency!: Frequency | null;

  @Field(() => SeasonalAdjustment, { nullable: true, description: 'Whether what recurs every year is taken out; null where only a file names it.' })
  @Column({ name: 'seasonal_adjustment', type: 'text', nullable: true })
  seasonalAdjustment!: SeasonalAdjustment | null;

  @ForeignKey(() => Release, { name: 'indicator_release' })
  @Column({ name: 'release_code', type: 'text', collation: 'C', nullable: true })
  releaseCode!: string | null;

  @Column({ name: 'themes', type: 'text', array: true })
  themeNames!: Theme[];
}
