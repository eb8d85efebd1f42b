import { CompanyFact } from '../../store/entities/CompanyFact';
import { Earnings } from '../../store/entities/Earnings';
import { Fund } from '../../store/entities/Fund';
import { Holding } from '../../store/entities/Holding';
import { Security } from '../../store/entities/Security';
import { Valuation } from '../../store/entities/Valuation';
import { HoldingChange } from './HoldingChange';
import { SharedHolding } from './SharedHolding';
import { connectionOf } from './connectionOf';

export const HoldingConnection = connectionOf(Holding, 'Holding', 'positions');
export const EtfConnection = connectionOf(Fund, 'Etf', 'funds');
export const SecurityConnection = connectionOf(Security, 'Security', 'securities');
export const ValuationConnection = connectionOf(Valuation, 'Valuation', 'days of a fund');
export const HoldingChangeConnection = connectionOf(HoldingChange, 'HoldingChange', 'changed positions');
export const SharedHoldingConnection = connectionOf(SharedHolding, 'SharedHolding', 'holdings in common');
export const EarningsConnection = connectionOf(Earnings, 'Earnings', "periods of a company's earnings");
export const CompanyFactConnection = connectionOf(CompanyFact, 'CompanyFact', 'figures of filings');
