/** What kind of thing a holding is. Issuers word it differently; a reader maps its source's words to these. */
export enum AssetClass {
  EQUITY = 'EQUITY',
  FIXED_INCOME = 'FIXED_INCOME',
  FUND = 'FUND',
  MONEY_MARKET = 'MONEY_MARKET',
  CASH = 'CASH',
  CASH_COLLATERAL = 'CASH_COLLATERAL',
  FUTURE = 'FUTURE',
  FORWARD = 'FORWARD',
  SWAP = 'SWAP',
  OPTION = 'OPTION',
  COMMODITY = 'COMMODITY',
  OTHER = 'OTHER',
}

/** Of these the market value is not what a fund has at stake in them, or they are no stake in anything. */
export const WEIGHTS_NO_VALUE: readonly AssetClass[] = [AssetClass.CASH, AssetClass.CASH_COLLATERAL, AssetClass.MONEY_MARKET, AssetClass.FUTURE, AssetClass.FORWARD, AssetClass.SWAP, AssetClass.OPTION];
